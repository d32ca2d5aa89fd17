package health.lifelong.profile.record.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis, medicine, allergy, family history, pregnancy statement, finding or procedure.
 *
 * @param kind number of the kind in the contracts, 1 to 7
 */
public record Statement(
    UUID key,
    int kind,
    List<Coding> codes,
    String text,
    String status,
    @Nullable EffectiveTime effective,
    String sourceKey,
    String position) {

  public Statement {
    codes = List.copyOf(codes);
  }
}
