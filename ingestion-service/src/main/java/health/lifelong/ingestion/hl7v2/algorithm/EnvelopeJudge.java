package health.lifelong.ingestion.hl7v2.algorithm;

import health.lifelong.ingestion.hl7v2.domain.Hl7Envelope;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error.Condition;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error.Location;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error.Severity;
import health.lifelong.ingestion.hl7v2.domain.SenderContract;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says why a header is refused before anything else is looked into (AR); nothing where it is taken.
 */
final class EnvelopeJudge {
  private static final Map<String, Set<String>> EVENTS =
      Map.of(
          "ORU", Set.of("R01"),
          "ADT", Set.of("A01", "A04", "A08"),
          "OML", Set.of("O21"));

  private EnvelopeJudge() {}

  /** All reasons, the one to mend first in front. */
  static List<Hl7Error> judge(Hl7Envelope envelope, SenderContract contract) {
    boolean untyped = envelope.type().isEmpty();
    if (!envelope.delimiters().areDistinct()) {
      // Read with such delimiters a type is a guess, yet it is all there is to tell the sender
      // which message was meant.
      List<Hl7Error> errors = untyped ? new ArrayList<>() : type(envelope);
      errors.add(
          refusal(
              2,
              Condition.DATA_TYPE,
              Reason.DELIMITERS_INVALID,
              "encoding characters repeat or are missing"));
      return errors;
    }
    List<Hl7Error> errors = new ArrayList<>();
    requireValue(errors, 9, untyped);
    requireValue(errors, 10, envelope.controlId().isEmpty());
    requireValue(errors, 12, envelope.version().isEmpty());
    if (!errors.isEmpty()) {
      return errors;
    }
    errors.addAll(type(envelope));
    if (envelope.minorVersion() < 0) {
      errors.add(
          refusal(
              12, Condition.VERSION, Reason.VERSION_UNSUPPORTED, "versions 2.1 to 2.8 are taken"));
    }
    Set<String> processing = contract.processingIds();
    if (!processing.isEmpty() && !processing.contains(envelope.processingId())) {
      errors.add(
          refusal(
              11,
              Condition.PROCESSING_ID,
              Reason.TABLE_VALUE_UNKNOWN,
              "this processing id is not taken here"));
    }
    Set<String> facilities = contract.facilities();
    String facility =
        Hl7Syntax.part(envelope.sendingFacility(), envelope.delimiters().component(), 1);
    if (!facilities.isEmpty() && !facilities.contains(facility)) {
      errors.add(
          refusal(
              4,
              Condition.UNKNOWN_KEY,
              Reason.TABLE_VALUE_UNKNOWN,
              "this facility does not belong to the sender of the connection"));
    }
    return errors;
  }

  private static List<Hl7Error> type(Hl7Envelope envelope) {
    Set<String> events = EVENTS.get(envelope.type());
    List<Hl7Error> errors = new ArrayList<>();
    if (events == null) {
      errors.add(
          refusal(
              9,
              Condition.MESSAGE_TYPE,
              Reason.TYPE_UNSUPPORTED,
              "this message type is not taken"));
    } else if (!events.contains(envelope.event())) {
      errors.add(
          refusal(9, Condition.EVENT, Reason.TYPE_UNSUPPORTED, "this trigger event is not taken"));
    }
    return errors;
  }

  private static void requireValue(List<Hl7Error> errors, int field, boolean missing) {
    if (missing) {
      errors.add(
          refusal(
              field, Condition.FIELD_MISSING, Reason.FIELD_MISSING, "MSH-" + field + " is empty"));
    }
  }

  private static Hl7Error refusal(int field, Condition condition, Reason reason, String text) {
    return new Hl7Error(Location.of("MSH", 1, field), condition, Severity.ERROR, reason, text);
  }
}
