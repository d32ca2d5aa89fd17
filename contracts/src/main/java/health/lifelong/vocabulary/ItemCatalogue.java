package health.lifelong.vocabulary;

import health.lifelong.vocabulary.Item.ValueType;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The items the suite knows, by catalogue code and by LOINC. Immutable. */
public final class ItemCatalogue {
  private static final ItemCatalogue STANDARD = load();

  private final Map<String, Item> byCode;
  private final Map<String, Item> byLoinc;

  private ItemCatalogue(Map<String, Item> byCode, Map<String, Item> byLoinc) {
    this.byCode = byCode;
    this.byLoinc = byLoinc;
  }

  /** The catalogue that ships with the suite. */
  public static ItemCatalogue standard() {
    return STANDARD;
  }

  /** The item with this catalogue code, for example {@code GLU_F}. */
  public Optional<Item> byCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The item bound to this LOINC code. */
  public Optional<Item> byLoinc(String loinc) {
    return Optional.ofNullable(byLoinc.get(loinc));
  }

  /** All items, in catalogue order. */
  public Collection<Item> items() {
    return byCode.values();
  }

  private static ItemCatalogue load() {
    Map<String, Item> byCode = new LinkedHashMap<>();
    Map<String, Item> byLoinc = new LinkedHashMap<>();
    for (CsvTable.Row row : CsvTable.resource(ItemCatalogue.class, "/checkup-items.csv").rows()) {
      Item item =
          new Item(
              row.require("code_local"),
              row.require("name_ko"),
              row.require("name_en"),
              row.require("category"),
              row.get("loinc"),
              row.get("ucum"),
              row.get("si_ucum"),
              decimal(row.get("si_factor")),
              decimal(row.get("plausible_min")),
              decimal(row.get("plausible_max")),
              ValueType.valueOf(row.require("value_type").toUpperCase(Locale.ROOT)));
      byCode.put(item.code(), item);
      if (item.loinc() != null) {
        byLoinc.putIfAbsent(item.loinc(), item);
      }
    }
    return new ItemCatalogue(byCode, byLoinc);
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
