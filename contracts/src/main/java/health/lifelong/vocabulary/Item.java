package health.lifelong.vocabulary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A thing that is measured, asked or judged at a checkup.
 *
 * @param code catalogue code, for example {@code GLU_F}
 * @param loinc LOINC code, where one is bound
 * @param ucum UCUM unit in which numbers of this item are stored; null where the item has no number
 * @param plausibleMin smallest value that is stored without a question, in {@code ucum}
 * @param decimals digits after the point with which numbers of this item are usually reported in
 *     {@code ucum}; null where the item has no number
 */
public record Item(
    String code,
    String nameKo,
    String nameEn,
    String category,
    @Nullable String loinc,
    @Nullable String ucum,
    @Nullable String siUcum,
    @Nullable BigDecimal siFactor,
    @Nullable BigDecimal plausibleMin,
    @Nullable BigDecimal plausibleMax,
    ValueType valueType,
    @Nullable Integer decimals) {

  /** How an item is answered. */
  public enum ValueType {
    NUMERIC,
    ORDINAL,
    CODED,
    BOOLEAN,
    TEXT,
    DATE,
    DOCUMENT
  }

  /** True where a value of this size is stored without a question. */
  public boolean isPlausible(BigDecimal value) {
    return (plausibleMin == null || value.compareTo(plausibleMin) >= 0)
        && (plausibleMax == null || value.compareTo(plausibleMax) <= 0);
  }
}
