package health.lifelong.ingestion.hl7v2.algorithm;

import health.lifelong.ingestion.hl7v2.domain.Hl7Error;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error.Condition;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error.Location;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error.Severity;
import health.lifelong.ingestion.record.domain.PersonClaim;
import health.lifelong.ingestion.record.domain.PersonClaim.Identifier;
import health.lifelong.ingestion.record.domain.PersonClaim.Sex;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads PID: who the values belong to, in the sender's words. */
final class PersonReader {
  private static final int LONGEST_IDENTIFIER = 250;

  private PersonReader() {}

  /** The claim, and what is wrong with it; a severe error means that it names nobody. */
  record Read(PersonClaim claim, List<Hl7Error> errors) {
    boolean namesSomebody() {
      return errors.stream().noneMatch(error -> error.severity() == Severity.ERROR);
    }
  }

  static Read read(Hl7Segment pid, boolean strictDemographics) {
    List<Hl7Error> errors = new ArrayList<>();
    List<Identifier> identifiers = identifiers(pid, errors);
    Severity severity = strictDemographics ? Severity.ERROR : Severity.WARNING;
    Sex sex = sex(pid, severity, errors);
    Optional<String> birthDate = Hl7Time.date(pid.text(7, 1));
    if (birthDate.isEmpty()) {
      errors.add(
          error(pid, 7, Condition.DATA_TYPE, severity, Reason.VALUE_INVALID, "no calendar date"));
    }
    PersonClaim claim =
        new PersonClaim(
            identifiers,
            sex,
            birthDate.filter(date -> !date.isEmpty()).orElse(null),
            name(pid),
            null,
            false);
    return new Read(claim, List.copyOf(errors));
  }

  private static List<Identifier> identifiers(Hl7Segment pid, List<Hl7Error> errors) {
    Hl7Syntax syntax = pid.syntax();
    List<Identifier> identifiers = new ArrayList<>();
    for (String repetition : pid.repetitions(3)) {
      String value = syntax.text(repetition, 1);
      if (value.isEmpty()) {
        continue;
      }
      if (!isIdentifier(value)) {
        errors.add(
            error(
                pid,
                3,
                Condition.DATA_TYPE,
                Severity.ERROR,
                Reason.VALUE_INVALID,
                "an identifier has characters or a length that no identifier has"));
        continue;
      }
      Identifier identifier =
          new Identifier(
              authority(syntax, syntax.component(repetition, 4)),
              value,
              syntax.text(repetition, 5));
      if (!identifiers.contains(identifier)) {
        identifiers.add(identifier);
      }
    }
    if (identifiers.isEmpty() && errors.isEmpty()) {
      errors.add(
          error(
              pid,
              3,
              Condition.FIELD_MISSING,
              Severity.ERROR,
              Reason.PERSON_MISSING,
              "no person identifier"));
    }
    if (namesTwo(identifiers)) {
      errors.add(
          error(
              pid,
              3,
              Condition.UNKNOWN_KEY,
              Severity.ERROR,
              Reason.PERSON_MISSING,
              "two different identifiers of one authority and type: which person is meant cannot be told"));
    }
    return identifiers;
  }

  private static String authority(Hl7Syntax syntax, String raw) {
    String namespace = syntax.text(syntax.subcomponent(raw, 1));
    return namespace.isEmpty() ? syntax.text(syntax.subcomponent(raw, 2)) : namespace;
  }

  /**
   * One authority gives a person one number of a type; where authority or type is not told, nothing
   * can be said.
   */
  private static boolean namesTwo(List<Identifier> identifiers) {
    for (int i = 0; i < identifiers.size(); i++) {
      Identifier one = identifiers.get(i);
      for (Identifier other : identifiers.subList(i + 1, identifiers.size())) {
        boolean sameKind =
            !one.system().isEmpty()
                && !one.type().isEmpty()
                && one.system().equals(other.system())
                && one.type().equals(other.type());
        if (sameKind && !one.value().equals(other.value())) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Letters and digits of any script and the marks that number schemes use; quotes, semicolons and
   * controls are none.
   */
  private static boolean isIdentifier(String value) {
    if (value.length() > LONGEST_IDENTIFIER) {
      return false;
    }
    return value
        .codePoints()
        .allMatch(
            c -> Character.isLetterOrDigit(c) || " -_.,:/@#+*()[]{}=~^&|$!%?".indexOf(c) >= 0);
  }

  /** HL7 table 0001; other known codes than F and M tell no sex at birth. */
  private static @Nullable Sex sex(Hl7Segment pid, Severity severity, List<Hl7Error> errors) {
    String code = pid.text(8, 1).toUpperCase(Locale.ROOT);
    return switch (code) {
      case "F", "FEMALE" -> Sex.FEMALE;
      case "M", "MALE" -> Sex.MALE;
      case "", "O", "U", "A", "N", "C", "X", "UN", "UNK", "OTHER", "UNKNOWN" -> null;
      default -> {
        errors.add(
            error(
                pid,
                8,
                Condition.TABLE_VALUE,
                severity,
                Reason.TABLE_VALUE_UNKNOWN,
                "not a code of table 0001; read as not told"));
        yield null;
      }
    };
  }

  /** The ideographic name, else the alphabetic one, else the first. */
  private static @Nullable String name(Hl7Segment pid) {
    String best = "";
    int bestRank = 4;
    for (String repetition : pid.repetitions(5)) {
      String name = name(pid.syntax(), repetition);
      int rank =
          switch (pid.syntax().text(repetition, 8)) {
            case "I" -> 0;
            case "A" -> 1;
            case "" -> 2;
            default -> 3;
          };
      if (rank < bestRank && !name.isEmpty()) {
        best = name;
        bestRank = rank;
      }
    }
    return best.isEmpty() ? null : best;
  }

  private static String name(Hl7Syntax syntax, String repetition) {
    String family = syntax.text(syntax.subcomponent(syntax.component(repetition, 1), 1));
    String given = syntax.text(repetition, 2);
    // Hangul and Han names are written without a space between family and given name.
    boolean joined = !family.isEmpty() && !given.isEmpty() && family.codePointAt(0) >= 0x1100;
    String name = joined ? family + given : (family + " " + given).strip();
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  private static Hl7Error error(
      Hl7Segment pid,
      int field,
      Condition condition,
      Severity severity,
      Reason reason,
      String text) {
    return new Hl7Error(
        Location.of("PID", pid.sequence(), field), condition, severity, reason, text);
  }
}
