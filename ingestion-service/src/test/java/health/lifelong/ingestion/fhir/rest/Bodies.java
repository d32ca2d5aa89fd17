package health.lifelong.ingestion.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.record.domain.PersonClaim;
import java.util.ArrayList;
import java.util.List;

/** Bodies that tests put together. */
final class Bodies {
  static final String PATIENT =
      """
      {"resourceType":"Patient","id":"p1","gender":"female","birthDate":"1980-02-29",
       "identifier":[{"system":"urn:mrn","value":"M1","type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}]}}],
       "name":[{"use":"official","family":"홍","given":["길동"]}]}
      """;

  static String observation(String subject) {
    return """
        {"resourceType":"Observation","status":"final","subject":{%s},"effectiveDateTime":"2024-05-06T09:00:00+09:00",
         "code":{"coding":[{"system":"http://loinc.org","code":"8302-2"}]},"valueQuantity":{"value":170,"code":"cm"}}
        """
        .formatted(subject);
  }

  private Bodies() {}

  static final String WITHOUT_SUBJECT = observation("").replace("\"subject\":{},", "");

  static String entry(String fullUrl, String resource, String request) {
    List<String> members = new ArrayList<>();
    if (!fullUrl.isEmpty()) {
      members.add("\"fullUrl\":\"" + fullUrl + "\"");
    }
    members.add("\"resource\":" + resource);
    if (!request.isEmpty()) {
      members.add("\"request\":{" + request + "}");
    }
    return "{" + String.join(",", members) + "}";
  }

  static FhirReading bundle(String type, String... entries) {
    return Reading.json(
        "{\"resourceType\":\"Bundle\",\"type\":\"%s\",\"identifier\":{\"system\":\"urn:b\",\"value\":\"7\"},\"entry\":[%s]}"
            .formatted(type, String.join(",", entries)));
  }

  static PersonClaim person(FhirReading reading, int index) {
    PersonClaim claim = reading.outcomes().get(index).claim();
    assertThat(claim).isNotNull();
    return claim;
  }
}
