package health.lifelong.analytics.screening.domain;

import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.vocabulary.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bands of a national screening judgement, by the rule's item code. A region pack sets them.
 *
 * @param bands the bands of each item code
 * @param codes for each catalogue item code the rule's item code, for example {@code GLU_F} to
 *     {@code FPG}
 * @param source the rule, for a citation
 */
public record ScreeningBands(
    Map<String, List<ScreeningBand>> bands, Map<String, String> codes, String source) {
  /** Copies the maps. */
  public ScreeningBands {
    bands = Map.copyOf(bands);
    codes = Map.copyOf(codes);
  }

  /**
   * Reads a pack's table: columns {@code item_code, checkup_item, sex, component, judgement, from,
   * above, to, below, source}; sex is F, M or A for both. The stream is not closed.
   */
  public static ScreeningBands fromCsv(InputStream in) throws IOException {
    Map<String, List<ScreeningBand>> bands = new LinkedHashMap<>();
    Map<String, String> codes = new LinkedHashMap<>();
    String source = "";
    for (CsvTable.Row row : CsvTable.read(in).rows()) {
      String code = row.require("item_code");
      for (String item : row.require("checkup_item").split("\\+")) {
        codes.put(item, code);
      }
      source = row.require("source");
      bands.computeIfAbsent(code, c -> new ArrayList<>()).add(band(row));
    }
    if (bands.isEmpty()) {
      throw new IOException("a screening table has at least one band");
    }
    Map<String, List<ScreeningBand>> copied = new LinkedHashMap<>();
    bands.forEach((code, list) -> copied.put(code, List.copyOf(list)));
    return new ScreeningBands(copied, codes, source);
  }

  /**
   * The rule's code of a rule code or catalogue item code; empty where the rule has no such item.
   */
  public Optional<String> ruleCode(String code) {
    return bands.containsKey(code) ? Optional.of(code) : Optional.ofNullable(codes.get(code));
  }

  /** The components that the rule reads of this item, in table order. */
  public List<String> components(String ruleCode) {
    Set<String> names = new LinkedHashSet<>();
    of(ruleCode).forEach(band -> names.add(band.component()));
    return List.copyOf(names);
  }

  /**
   * The class of one component's value; the worse one where bands overlap; empty where the table
   * has none.
   */
  public Optional<ScreeningClass> judge(String ruleCode, String component, Sex sex, double value) {
    return of(ruleCode).stream()
        .filter(band -> band.concerns(sex, component) && band.contains(value))
        .map(ScreeningBand::judgement)
        .max(ScreeningClass::compareTo);
  }

  private List<ScreeningBand> of(String ruleCode) {
    return bands.getOrDefault(ruleCode, List.of());
  }

  private static ScreeningBand band(CsvTable.Row row) {
    String sex = row.require("sex");
    return new ScreeningBand(
        sex.equals("A") ? null : Sex.valueOf(sex),
        row.require("component"),
        ScreeningClass.valueOf(row.require("judgement")),
        bound(row.get("from")),
        bound(row.get("above")),
        bound(row.get("to")),
        bound(row.get("below")));
  }

  private static @Nullable Double bound(@Nullable String text) {
    return text == null ? null : Double.valueOf(text);
  }
}
