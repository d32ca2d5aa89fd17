package health.lifelong.analytics.pack.store;

import health.lifelong.analytics.measurement.domain.Priority;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.pack.domain.ChannelPolicy;
import health.lifelong.analytics.pack.domain.ConsentPurpose;
import health.lifelong.analytics.pack.domain.CriticalLimit;
import health.lifelong.analytics.pack.domain.Interval;
import health.lifelong.analytics.pack.domain.OnCallDuty;
import health.lifelong.analytics.pack.domain.ReleaseRule;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.pack.domain.SexLimit;
import health.lifelong.analytics.pack.domain.Threshold;
import health.lifelong.analytics.plan.domain.ScheduledTest;
import health.lifelong.vocabulary.CsvTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of each table of a pack; what is no row of its table throws, and the reader makes a
 * finding of it.
 */
final class PackRows {
  private PackRows() {}

  static Interval interval(CsvTable.Row row) {
    return new Interval(
        row.require("item_code"),
        row.require("unit"),
        sex(row),
        decimal(row, "lower"),
        decimal(row, "upper"),
        Interval.Kind.valueOf(row.require("kind").toUpperCase(Locale.ROOT)),
        row.require("population"),
        row.require("confidence"),
        row.require("source"));
  }

  static Threshold threshold(CsvTable.Row row) {
    return new Threshold(
        row.require("name"),
        sex(row),
        new BigDecimal(row.require("value")),
        row.require("unit"),
        row.require("source"));
  }

  static CriticalLimit critical(CsvTable.Row row) {
    return new CriticalLimit(
        row.require("item_code"),
        row.require("unit"),
        decimal(row, "low"),
        decimal(row, "high"),
        row.require("population"),
        row.require("source"));
  }

  static ReleaseRule release(CsvTable.Row row) {
    return new ReleaseRule(
        row.require("rule"),
        row.require("match"),
        ReleaseRule.Kind.valueOf(row.require("kind").toUpperCase(Locale.ROOT)),
        Integer.parseInt(row.require("held_days")),
        Objects.requireNonNullElse(row.get("note"), ""));
  }

  static ConsentPurpose consent(CsvTable.Row row) {
    return new ConsentPurpose(
        row.require("purpose"),
        row.require("category"),
        row.require("rule"),
        row.require("text_id"));
  }

  static ChannelPolicy channel(CsvTable.Row row) {
    return new ChannelPolicy(
        row.require("finding_id"),
        ChannelPolicy.Channel.valueOf(row.require("channel")),
        Integer.parseInt(row.require("min_age")),
        row.require("consent_purpose"),
        flag(row, "needs_certified_lab"),
        flag(row, "needs_clinician_release"),
        row.get("text_id"),
        row.require("valid_from"),
        row.require("legal_source"));
  }

  static ServedModel model(CsvTable.Row row) {
    return new ServedModel(
        row.require("model"),
        ServedModel.Audience.valueOf(row.require("audience").toUpperCase(Locale.ROOT)),
        Integer.parseInt(row.require("order")),
        Integer.parseInt(row.require("max_age_days")),
        ServedModel.Kind.valueOf(row.require("kind").toUpperCase(Locale.ROOT)));
  }

  /** Empty for a row that nobody has confirmed: it is kept in the file and never served. */
  static Optional<ScheduledTest> scheduled(CsvTable.Row row) {
    ScheduledTest test =
        new ScheduledTest(
            row.require("id"),
            List.of(row.require("items").split(" ", -1)),
            switch (sex(row)) {
              case ANY -> null;
              case FEMALE -> Sex.F;
              case MALE -> Sex.M;
            },
            Integer.parseInt(row.require("from_age")),
            integer(row, "to_age"),
            Integer.parseInt(row.require("interval_months")),
            integer(row, "borderline_months"),
            integer(row, "second_look_months"),
            row.require("source"));
    return switch (row.require("verified")) {
      case "y" -> Optional.of(test);
      case "n" -> Optional.empty();
      default -> throw new IllegalArgumentException("verified is y or n");
    };
  }

  static Priority priority(CsvTable.Row row) {
    String raisedBy = row.get("raised_by");
    return new Priority(
        row.require("model"),
        Double.parseDouble(row.require("weight")),
        raisedBy == null ? List.of() : List.of(raisedBy.split(" ", -1)),
        Double.parseDouble(row.require("factor")),
        row.require("source"));
  }

  static OnCallDuty onCall(CsvTable.Row row) {
    try {
      return new OnCallDuty(
          row.require("centre"),
          Integer.parseInt(row.require("level")),
          row.require("name"),
          row.require("contact"),
          Duration.parse(row.require("escalate_after")));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("escalate_after is no duration such as PT15M", e);
    }
  }

  private static @Nullable Integer integer(CsvTable.Row row, String column) {
    String text = row.get(column);
    return text == null ? null : Integer.valueOf(text);
  }

  private static SexLimit sex(CsvTable.Row row) {
    return switch (row.require("sex")) {
      case "A" -> SexLimit.ANY;
      case "F" -> SexLimit.FEMALE;
      case "M" -> SexLimit.MALE;
      default -> throw new IllegalArgumentException("sex is A, F or M");
    };
  }

  private static boolean flag(CsvTable.Row row, String column) {
    return switch (Objects.requireNonNullElse(row.get(column), "false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(column + " is true or false");
    };
  }

  private static @Nullable BigDecimal decimal(CsvTable.Row row, String column) {
    String text = row.get(column);
    return text == null ? null : new BigDecimal(text);
  }
}
