package health.lifelong.gateway.me.rest;

import com.google.protobuf.Timestamp;
import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.common.v1.Purpose;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.v1.ConsentDecision;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of consent as JSON writes them; an unknown one is ARGUMENT_INVALID by its field. */
final class ConsentWords {
  private static final Map<String, Category> CATEGORIES =
      Map.of(
          "identity", Category.CATEGORY_IDENTITY,
          "checkup", Category.CATEGORY_CHECKUP,
          "genetic_report", Category.CATEGORY_GENETIC_REPORT,
          "genetic_raw", Category.CATEGORY_GENETIC_RAW,
          "lifestyle", Category.CATEGORY_LIFESTYLE,
          "special", Category.CATEGORY_SPECIAL);
  private static final Map<String, Purpose> PURPOSES =
      Map.of(
          "own_access", Purpose.PURPOSE_OWN_ACCESS,
          "health_management", Purpose.PURPOSE_HEALTH_MANAGEMENT,
          "care", Purpose.PURPOSE_CARE);
  private static final Map<String, ConsentDecision.Decision> DECISIONS =
      Map.of(
          "grant", ConsentDecision.Decision.DECISION_GRANT,
          "deny", ConsentDecision.Decision.DECISION_DENY,
          "withdraw", ConsentDecision.Decision.DECISION_WITHDRAW);

  private ConsentWords() {}

  static Category category(@Nullable String word) {
    return known(CATEGORIES, word, "category");
  }

  static Purpose purpose(@Nullable String word) {
    return known(PURPOSES, word, "purpose");
  }

  static ConsentDecision.Decision decision(@Nullable String word) {
    return known(DECISIONS, word, "decision");
  }

  static String word(Purpose purpose) {
    return ConsentResource.word(purpose.name(), "PURPOSE_");
  }

  static String text(@Nullable String sent, String otherwise) {
    return sent == null ? otherwise : sent;
  }

  static Timestamp time(@Nullable String sent, String field) {
    try {
      Instant time = Instant.parse(text(sent, ""));
      return Timestamp.newBuilder()
          .setSeconds(time.getEpochSecond())
          .setNanos(time.getNano())
          .build();
    } catch (DateTimeException e) {
      throw unknown(field);
    }
  }

  static String instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).toString();
  }

  private static <T> T known(Map<String, T> known, @Nullable String word, String field) {
    T value = word == null ? null : known.get(word);
    if (value == null) {
      throw unknown(field);
    }
    return value;
  }

  private static LifelongException unknown(String field) {
    return new LifelongException(
        ErrorReason.ERROR_REASON_ARGUMENT_INVALID, field + " is unknown", Map.of("field", field));
  }
}
