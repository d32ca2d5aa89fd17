package health.lifelong.gateway.export.rest;

import static health.lifelong.gateway.export.rest.FhirNode.coding;
import static health.lifelong.gateway.export.rest.FhirNode.concept;
import static health.lifelong.gateway.export.rest.FhirNode.object;
import static health.lifelong.gateway.export.rest.FhirNode.reference;
import static health.lifelong.gateway.export.rest.FhirNode.resource;
import static health.lifelong.gateway.export.rest.FhirNode.words;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import health.lifelong.common.v1.SexAtBirth;
import health.lifelong.profile.v1.ConsentDecision;
import health.lifelong.profile.v1.Genome;
import health.lifelong.profile.v1.GenomeView;
import health.lifelong.profile.v1.PersonSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An export as a FHIR R4 Bundle of type collection, written one resource at a time. What is not in
 * it is said by an OperationOutcome with the code FHIR has for that, {@code suppressed}.
 */
final class FhirBundle {
  static final String MEDIA_TYPE = "application/fhir+json";
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
  private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

  private final Export export;
  private final String personId;

  FhirBundle(Export export) {
    this.export = export;
    this.personId = export.personId();
  }

  void write(OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("resourceType", "Bundle");
      json.writeStringField("type", "collection");
      json.writeStringField("timestamp", export.at().toString());
      json.writeArrayFieldStart("entry");
      for (FhirNode resource : (Iterable<FhirNode>) resources()::iterator) {
        json.writeStartObject();
        json.writeStringField("fullUrl", "urn:uuid:" + resource.json().get("id").textValue());
        json.writeFieldName("resource");
        JSON.writeTree(json, resource.json());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private Stream<FhirNode> resources() {
    FhirVisits visits = new FhirVisits(personId);
    FhirObservations observations = new FhirObservations(personId);
    return Stream.of(
            Stream.of(patient(), gaps()),
            export.record().getCheckupsList().stream().flatMap(visits::resources),
            IntStream.range(0, export.record().getLifestyleDaysCount())
                .mapToObj(
                    i ->
                        observations.day(
                            FhirVisits.id(personId, "day", i),
                            export.record().getLifestyleDays(i))),
            export.record().getGenomesList().stream().map(this::genome),
            consents())
        .flatMap(resources -> resources);
  }

  private FhirNode patient() {
    PersonSummary person = export.record().getPerson();
    String born = person.getBirthDate();
    return resource("Patient", personId)
        .withOne(
            "identifier",
            object().with("system", "urn:ietf:rfc:3986").with("value", "urn:uuid:" + personId))
        .withOne("name", object().with("text", person.getName()))
        .with("gender", gender(person.getSexAtBirth()))
        .with("birthDate", DATE.matcher(born).matches() ? born : "");
  }

  private static String gender(SexAtBirth sex) {
    return switch (sex) {
      case SEX_AT_BIRTH_FEMALE -> "female";
      case SEX_AT_BIRTH_MALE -> "male";
      case SEX_AT_BIRTH_UNSPECIFIED, UNRECOGNIZED -> "unknown";
    };
  }

  private FhirNode gaps() {
    return resource("OperationOutcome", FhirVisits.id(personId, "gaps", 0))
        .withAll(
            "issue",
            export.gaps().stream()
                .map(
                    gap ->
                        object()
                            .with("severity", "information")
                            .with("code", "suppressed")
                            .with("details", words(gap.code()))
                            .with("diagnostics", gap.text()))
                .toList());
  }

  /** The head of a genome file; its genotypes are among the gaps. */
  private FhirNode genome(GenomeView view) {
    Genome genome = view.getGenome();
    String head =
        String.join(
            "\n",
            "build: " + genome.getBuild(),
            "vendor: " + genome.getVendor(),
            "technology: " + genome.getTechnology(),
            "sample: " + genome.getSample(),
            "variants: " + genome.getVariants(),
            "no calls: " + genome.getNoCalls(),
            "in question: " + (view.getInQuestion() ? "yes" : "no"),
            "warnings: " + String.join("; ", genome.getWarningsList()));
    return resource("DocumentReference", view.getGenomeId(), view.getCentre())
        .with("status", "current")
        .with("type", words("genome file, head only"))
        .with("subject", reference(personId))
        .with("date", Times.instant(view.getReceivedTime()))
        .withOne("content", FhirVisits.text("genome file, head only", head));
  }

  /** Every decision; of each cell the latest is active. */
  private Stream<FhirNode> consents() {
    Set<List<Object>> cells = new HashSet<>();
    List<FhirNode> resources = new ArrayList<>();
    for (ConsentDecision decision : export.consents().reversed()) {
      boolean latest =
          cells.add(List.of(decision.getCategory(), decision.getPurpose(), decision.getGrantee()));
      resources.add(consent(decision, latest));
    }
    Collections.reverse(resources);
    return resources.stream();
  }

  private FhirNode consent(ConsentDecision decision, boolean latest) {
    String system = "urn:lifelong:";
    boolean granted = decision.getDecision() == ConsentDecision.Decision.DECISION_GRANT;
    FhirNode period = object().with("start", Times.instant(decision.getGivenTime()));
    if (decision.hasValidToTime()) {
      period.with("end", Times.instant(decision.getValidToTime()));
    }
    return resource("Consent", decision.getConsentId())
        .with("status", latest ? "active" : "inactive")
        .with(
            "scope",
            concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"))
        .withOne("category", concept("http://loinc.org", "59284-0"))
        .with("patient", reference(personId))
        .with("dateTime", Times.instant(decision.getGivenTime()))
        .withOne("organization", object().with("display", decision.getGrantee()))
        .with("policyRule", words(decision.getTextId() + " (" + decision.getLanguage() + ")"))
        .with(
            "provision",
            object()
                .with("type", granted ? "permit" : "deny")
                .with("period", period)
                .withOne(
                    "purpose",
                    coding(
                        system + "purpose",
                        Export.word(decision.getPurpose().name(), "PURPOSE_"),
                        ""))
                .withOne(
                    "class",
                    coding(
                        system + "category",
                        Export.word(decision.getCategory().name(), "CATEGORY_"),
                        "")));
  }
}
