package health.lifelong.ingestion.record.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A diagnosis, medicine, allergy, family history, pregnancy statement, finding or procedure. */
public record Statement(
    Kind kind,
    List<Coding> codes,
    String text,
    String status,
    @Nullable EffectiveTime effective,
    String sourceKey,
    String position) {

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
