package health.lifelong.ingestion.submission.rest;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.ingestion.fhir.algorithm.Answers;
import health.lifelong.ingestion.fhir.domain.FhirFormat;
import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.fhir.domain.Refusal;
import health.lifelong.ingestion.fhir.rest.FhirWriter;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.platform.ErrorCatalogue;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What a sender of FHIR is told, in the format they sent. */
final class FhirAnswer {
  private final FhirReading reading;
  private final FhirFormat format;

  FhirAnswer(FhirReading reading, FhirFormat format) {
    this.reading = reading;
    this.format = format;
  }

  Response.ResponseBuilder taken(ReceiptId receipt) {
    boolean bundle = !reading.bundleType().isEmpty();
    Response.ResponseBuilder answer =
        with(bundle ? 200 : 201, Answers.of(reading, (type, index) -> id(receipt, type, index)));
    if (!bundle) {
      answer.header(
          "Location",
          reading.resourceType() + "/" + id(receipt, reading.resourceType(), 0) + "/_history/1");
    }
    return answer;
  }

  Response.ResponseBuilder refused(Refusal refusal) {
    ErrorReason reason = ErrorCatalogue.reason(refusal.reason().name());
    return with(ErrorCatalogue.of(reason).http(), Answers.refusal(refusal));
  }

  Response.ResponseBuilder keyReused() {
    return with(
        409,
        Answers.refusal(
            new Refusal(
                "Bundle.identifier",
                RecordOutcome.Reason.KEY_REUSED,
                "this identifier was used with other content")));
  }

  /** Ids are ingestion's own; the same receipt, told again, has the same ids. */
  private static String id(ReceiptId receipt, String type, int index) {
    return UUID.nameUUIDFromBytes(
            (receipt + "/" + type + "/" + index).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private Response.ResponseBuilder with(int status, JsonObject body) {
    String type =
        switch (format) {
          case JSON -> "application/fhir+json";
          case XML -> "application/fhir+xml";
        };
    return Response.status(status).type(type).entity(FhirWriter.write(body, format));
  }
}
