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
  private final ItemNames names;

  private ItemCatalogue(Map<String, Item> byCode, Map<String, Item> byLoinc, ItemNames names) {
    this.byCode = byCode;
    this.byLoinc = byLoinc;
    this.names = names;
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

  /** The item and unit a column header names: "GLU_F", "혈색소(g/dL)", "Total cholesterol [mg/dL]". */
  public Optional<ItemNames.Column> byName(String header) {
    return names.find(header);
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
              ValueType.valueOf(row.require("value_type").toUpperCase(Locale.ROOT)),
              whole(row.get("decimals")));
      byCode.put(item.code(), item);
      if (item.loinc() != null) {
        byLoinc.putIfAbsent(item.loinc(), item);
      }
    }
    CsvTable synonyms = CsvTable.resource(ItemCatalogue.class, "/checkup-item-names.csv");
    return new ItemCatalogue(byCode, byLoinc, new ItemNames(byCode.values(), synonyms));
  }

  private static @Nullable Integer whole(@Nullable String text) {
    return text == null ? null : Integer.valueOf(text);
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
