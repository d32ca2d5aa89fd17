package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.EntryRead;
import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonText;
import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.fhir.domain.Refusal;
import health.lifelong.ingestion.fhir.domain.ResourceIds;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Warning;
import java.util.ArrayList;
import java.util.List;

/**
 * What a sender of FHIR is told: OperationOutcomes and response Bundles. They hold places and
 * reasons, never a person's data.
 */
public final class Answers {
  /** System of the suite's error reasons in {@code issue.details}. */
  public static final String REASONS = "urn:lifelong:error-reason";

  private Answers() {}

  /**
   * The answer to what was refused before it was read as FHIR: a wrong media type, a reused key.
   */
  public static JsonObject refusal(Refusal refusal) {
    return refusal(refusal, "");
  }

  private static JsonObject refusal(Refusal refusal, String root) {
    return outcome(
        List.of(issue("error", refusal.reason(), refusal.path(), refusal.detail(), root)));
  }

  /**
   * The answer to a body: a response Bundle for a Bundle that was taken, else an OperationOutcome.
   *
   * @param ids names of what was stored
   */
  public static JsonObject of(FhirReading reading, ResourceIds ids) {
    Refusal refusal = reading.refusal();
    if (refusal != null) {
      return refusal(refusal, reading.resourceType());
    }
    if (reading.bundleType().isEmpty()) {
      return outcome(issues(reading.entries().getFirst().outcome(), reading.resourceType()));
    }
    List<JsonObject> entries = new ArrayList<>(reading.entries().size());
    for (EntryRead entry : reading.entries()) {
      entries.add(new Tree().with("response", response(entry, ids)).object());
    }
    boolean transaction = reading.bundleType().equals("transaction");
    return new Tree()
        .with("resourceType", "Bundle")
        .with("type", transaction ? "transaction-response" : "batch-response")
        .with("entry", entries)
        .object();
  }

  private static JsonObject response(EntryRead entry, ResourceIds ids) {
    if (entry.outcome() instanceof RecordOutcome.Rejected no) {
      return new Tree()
          .with("status", IssueCodes.status(no.reason()))
          .with("outcome", outcome(issues(no, "Bundle")))
          .object();
    }
    String id = ids.id(entry.resourceType(), entry.index());
    Tree response =
        new Tree()
            .with("status", "201 Created")
            .with("location", entry.resourceType() + "/" + id + "/_history/1");
    boolean warned =
        entry.outcome() instanceof RecordOutcome.CheckupRead read && !read.warnings().isEmpty();
    return warned
        ? response.with("outcome", outcome(issues(entry.outcome(), "Bundle"))).object()
        : response.object();
  }

  private static List<JsonObject> issues(RecordOutcome outcome, String root) {
    return switch (outcome) {
      case RecordOutcome.Rejected no ->
          List.of(issue("error", no.reason(), no.path(), no.detail(), root));
      case RecordOutcome.CheckupRead read when !read.warnings().isEmpty() ->
          warnings(read.warnings(), root);
      case RecordOutcome.CheckupRead read -> List.of(stored());
      case RecordOutcome.PersonRead read -> List.of(stored());
      case RecordOutcome.Unattributed read -> List.of(stored());
    };
  }

  private static List<JsonObject> warnings(List<Warning> warnings, String root) {
    return warnings.stream()
        .map(warning -> issue("warning", warning.reason(), warning.path(), warning.detail(), root))
        .toList();
  }

  private static JsonObject stored() {
    return new Tree()
        .with("severity", "information")
        .with("code", "informational")
        .with("diagnostics", "stored")
        .object();
  }

  private static JsonObject issue(
      String severity, Reason reason, String path, String detail, String root) {
    JsonObject coding = new Tree().with("system", REASONS).with("code", reason.code()).object();
    String expression = FhirPaths.of(path, root);
    boolean placed = expression.isEmpty() && !path.isEmpty() && !path.equals("/");
    Tree issue =
        new Tree()
            .with("severity", severity)
            .with("code", IssueCodes.issueType(reason))
            .with("details", new Tree().with("coding", List.of(coding)).object())
            .with("diagnostics", placed ? detail + " (" + path + ")" : detail);
    return expression.isEmpty()
        ? issue.object()
        : issue.with("expression", List.of(new JsonText(expression))).object();
  }

  private static JsonObject outcome(List<JsonObject> issues) {
    return new Tree().with("resourceType", "OperationOutcome").with("issue", issues).object();
  }
}
