package health.lifelong.vocabulary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Turns a number in a sender's unit into the unit its item is stored in. Factors belong to items, never to unit pairs. */
public final class Units {
  private Units() {}

  /** What became of a number and its unit. */
  public sealed interface Conversion {
    /** The number in the item's own unit. */
    record Converted(BigDecimal value, String ucum) implements Conversion {}

    /** A unit was sent that cannot be converted for this item. */
    record UnitUnknown(String rawUnit) implements Conversion {}

    /** No unit was sent though the item has one. */
    record UnitMissing() implements Conversion {}
  }

  /** Converts {@code value} in {@code rawUnit} for {@code item}; see ingestion-formats section 6. */
  public static Conversion convert(Item item, BigDecimal value, @Nullable String rawUnit) {
    String ucum = item.ucum();
    if (ucum == null) {
      return new Conversion.Converted(value, "1");
    }
    if (rawUnit == null || rawUnit.isBlank()) {
      return new Conversion.UnitMissing();
    }
    if (rawUnit.equals(ucum)) {
      return new Conversion.Converted(value, ucum);
    }
    return new Conversion.UnitUnknown(rawUnit);
  }
}
