package health.lifelong.ingestion.csv.algorithm;

import health.lifelong.ingestion.csv.domain.Column;
import health.lifelong.ingestion.csv.domain.CsvContract;
import health.lifelong.ingestion.csv.domain.CsvReading.Layout;
import health.lifelong.ingestion.record.domain.EffectiveTime;
import health.lifelong.ingestion.record.domain.NameRule;
import health.lifelong.ingestion.record.domain.PersonClaim;
import health.lifelong.ingestion.record.domain.PersonClaim.Identifier;
import health.lifelong.ingestion.record.domain.PersonClaim.Sex;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import health.lifelong.vocabulary.CodedAnswers;
import health.lifelong.vocabulary.CodedAnswers.Answer;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads who a row is about and when: first the examination, then the birth date that must not lie
 * after it.
 */
final class PersonReader {
  /** What a spreadsheet makes of a long number; the digits are gone. */
  private static final Pattern LINE_END = Pattern.compile("\\R");

  private static final Pattern SPREADSHEET_NUMBER =
      Pattern.compile("[0-9](?:\\.[0-9]+)?[eE]\\+?[0-9]+");

  private final List<Column> columns;
  private final boolean anonymous;
  private final String fileHash;
  private final CsvContract contract;

  PersonReader(HeaderPlan.Known plan, String fileHash, CsvContract contract) {
    this.columns = plan.columns();
    this.anonymous = plan.layout() == Layout.NATIONAL_SCREENING;
    this.fileHash = fileHash;
    this.contract = contract;
  }

  /** Who and when, or why not. */
  sealed interface Result permits Found, Refused {}

  /**
   * Who and when.
   *
   * @param visit natural key of the visit within the person
   */
  record Found(PersonClaim person, @Nullable EffectiveTime effective, String visit)
      implements Result {}

  /** The row is nobody's, or of no time. */
  record Refused(Rejected why) implements Result {}

  Result read(int index, long line, List<String> row) {
    Cells cells = new Cells(index, line);
    for (int i = 0; i < columns.size(); i++) {
      Rejected bad = cells.take(columns.get(i), clean(row.get(i)));
      if (bad != null) {
        return new Refused(bad);
      }
    }
    return anonymous ? cells.anonymous() : cells.identified();
  }

  private static String clean(String raw) {
    return Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
  }

  private final class Cells {
    private final int index;
    private final long line;
    private final List<Identifier> identifiers = new ArrayList<>();
    private @Nullable String name;
    private @Nullable Sex sex;
    private String birthHeader = "";
    private String birth = "";
    private String dateHeader = "";
    private @Nullable EffectiveTime date;
    private @Nullable EffectiveTime year;
    private String visit = "";

    private Cells(int index, long line) {
      this.index = index;
      this.line = line;
    }

    private @Nullable Rejected take(Column column, String text) {
      switch (column) {
        case Column.Identifier id -> {
          if (SPREADSHEET_NUMBER.matcher(text).matches()) {
            return rejected(
                id.header(), Reason.VALUE_INVALID, "a spreadsheet made a number of the identifier");
          }
          if (!text.isEmpty()) {
            identifiers.add(new Identifier("", text, id.type()));
          }
        }
        case Column.Name who -> {
          // A cell of a spreadsheet may be wrapped; its lines are one name.
          String line = LINE_END.matcher(text).replaceAll(" ");
          Reason fault = line.isEmpty() ? null : NameRule.fault(line);
          if (fault != null) {
            return rejected(who.header(), fault, "not the name of a person");
          }
          name = line.isEmpty() ? null : line;
        }
        case Column.Sex who -> {
          Optional<Optional<Sex>> read = sex(text);
          if (read.isEmpty()) {
            return rejected(who.header(), Reason.TABLE_VALUE_UNKNOWN, "not a code of sex");
          }
          sex = read.get().orElse(null);
        }
        case Column.BirthDate who -> {
          birthHeader = who.header();
          birth = text;
        }
        case Column.ExamDate when -> {
          dateHeader = when.header();
          date = DateText.time(text, contract.zone(), contract.twoDigitYears()).orElse(null);
          if (date == null && !text.isEmpty()) {
            return rejected(when.header(), Reason.VALUE_INVALID, "not a date of the calendar");
          }
        }
        case Column.ExamYear when -> {
          year = DateText.year(text, contract.zone()).orElse(null);
          if (year == null && !text.isEmpty()) {
            return rejected(when.header(), Reason.VALUE_INVALID, "not a year");
          }
        }
        case Column.Visit when -> visit = text;
        case Column.Values none -> {}
        case Column.Treated none -> {}
        case Column.Ignored none -> {}
        case Column.Local none -> {}
      }
      return null;
    }

    private Result anonymous() {
      String row = Integer.toString(index + 1);
      PersonClaim person =
          new PersonClaim(
              List.of(new Identifier("csv:" + fileHash, row, "")), sex, null, null, null, true);
      return new Found(person, date == null ? year : date, row);
    }

    private Result identified() {
      if (identifiers.isEmpty()) {
        return new Refused(
            new Rejected(index, "line " + line, Reason.PERSON_MISSING, "no person's number"));
      }
      EffectiveTime effective = date == null ? year : date;
      if (effective == null) {
        return new Refused(
            rejected(dateHeader, Reason.FIELD_MISSING, "no date of the examination"));
      }
      LocalDate examined = localDay(effective);
      String born = null;
      if (!birth.isEmpty()) {
        Optional<LocalDate> day = DateText.day(birth, examined, contract.twoDigitYears());
        if (day.isEmpty()) {
          return new Refused(
              rejected(birthHeader, Reason.VALUE_INVALID, "not a date of the calendar"));
        }
        if (day.get().isAfter(lastDay(effective, examined))) {
          return new Refused(
              rejected(birthHeader, Reason.VALUE_INVALID, "born after the examination"));
        }
        born = day.get().toString();
      }
      String day =
          effective.precision() == EffectiveTime.Precision.YEAR
              ? Integer.toString(examined.getYear())
              : examined.toString();
      PersonClaim person = new PersonClaim(identifiers, sex, born, name, null, false);
      return new Found(person, effective, visit.isEmpty() ? day : day + "|" + visit);
    }

    private Rejected rejected(String header, Reason reason, String detail) {
      String path =
          header.isEmpty() ? "line " + line : "line %d, column %s".formatted(line, header);
      return new Rejected(index, path, reason, detail);
    }
  }

  private static LocalDate localDay(EffectiveTime time) {
    int minutes = Objects.requireNonNull(time.offsetMinutes());
    return time.start().atOffset(ZoneOffset.ofTotalSeconds(60 * minutes)).toLocalDate();
  }

  private static LocalDate lastDay(EffectiveTime time, LocalDate examined) {
    return time.precision() == EffectiveTime.Precision.YEAR
        ? LocalDate.of(examined.getYear(), 12, 31)
        : examined;
  }

  /** Empty where the text is no code of sex; the inner one is empty where sex was not told. */
  private static Optional<Optional<Sex>> sex(String text) {
    String word = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String code =
        switch (word) {
          case "m", "남자", "남성", "1.0" -> "1";
          case "f", "여자", "여성", "2.0" -> "2";
          case "", "u", "unknown", "미상", ".", "-", "na", "null" -> "";
          default -> CodedAnswers.standard().find("NHIS_SEX", word).map(Answer::code).orElse(word);
        };
    return switch (code) {
      case "1" -> Optional.of(Optional.of(Sex.MALE));
      case "2" -> Optional.of(Optional.of(Sex.FEMALE));
      case "" -> Optional.of(Optional.empty());
      default -> Optional.empty();
    };
  }
}
