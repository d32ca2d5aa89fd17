package health.lifelong.analytics.record.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis, medicine, pregnancy or other statement.
 *
 * @param status active, inactive, resolved, entered-in-error ... as the sender says
 * @param date when it was true or began; null where not told
 * @param endDate when it ended; null where not told
 */
public record Statement(
    Kind kind,
    List<Coding> codes,
    String text,
    String status,
    @Nullable LocalDate date,
    @Nullable LocalDate endDate) {

  public Statement {
    codes = List.copyOf(codes);
  }

  /** What is stated. */
  public enum Kind {
    CONDITION,
    MEDICATION,
    ALLERGY,
    FAMILY_HISTORY,
    PREGNANCY,
    FINDING,
    PROCEDURE
  }
}
