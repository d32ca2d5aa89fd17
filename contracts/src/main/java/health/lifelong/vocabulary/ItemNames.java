package health.lifelong.vocabulary;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds an item by the words of a column header: its code, its Korean or English name, or a synonym
 * of {@code checkup-item-names.csv}. A name that two items share finds neither. What stands in
 * brackets must be a unit or the same item again, for "albumin (urine)" is not albumin.
 */
public final class ItemNames {
  private static final String OPENING = "([{<（［【〔";
  private static final String CLOSING = ")]}>）］】〕";

  private final Map<String, Item> byName = new HashMap<>();

  ItemNames(Collection<Item> items, CsvTable synonyms) {
    Set<String> shared = new HashSet<>();
    Map<String, Item> byCode = new HashMap<>();
    for (Item item : items) {
      byCode.put(item.code(), item);
      byName.put(fold(item.code()), item);
    }
    for (Item item : items) {
      addName(item, item.nameKo(), shared);
      addName(item, item.nameEn(), shared);
    }
    shared.forEach(byName::remove);
    for (CsvTable.Row row : synonyms.rows()) {
      Item item = byCode.get(row.require("code_local"));
      if (item == null) {
        throw new IllegalStateException("synonym of an unknown item " + row.require("code_local"));
      }
      byName.putIfAbsent(fold(row.require("name")), item);
    }
  }

  private void addName(Item item, String name, Set<String> shared) {
    String key = fold(name);
    Item taken = byName.putIfAbsent(key, item);
    if (taken != null && taken != item && !key.equals(fold(taken.code()))) {
      shared.add(key);
    }
  }

  /**
   * A header taken apart: the words outside the outermost brackets, and what stood in each bracket.
   */
  public record Header(String outside, List<String> bracketed) {
    public Header {
      bracketed = List.copyOf(bracketed);
    }

    /** Splits at the outermost brackets; an unclosed one ends with the text. */
    public static Header of(String text) {
      StringBuilder outside = new StringBuilder();
      StringBuilder inside = new StringBuilder();
      List<String> bracketed = new ArrayList<>();
      int depth = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (CLOSING.indexOf(c) >= 0 && depth > 0) {
          depth--;
          if (depth == 0) {
            bracketed.add(inside.toString().strip());
            inside.setLength(0);
            continue;
          }
        }
        (depth == 0 && OPENING.indexOf(c) < 0 ? outside : inside).append(c);
        if (OPENING.indexOf(c) >= 0) {
          if (depth == 0) {
            inside.setLength(inside.length() - 1);
          }
          depth++;
        }
      }
      if (depth > 0) {
        bracketed.add(inside.toString().strip());
      }
      return new Header(outside.toString().strip(), bracketed);
    }
  }

  /** A column's item and the unit its header names, empty where it names none. */
  public record Column(Item item, String unit) {}

  /** The item a header names, with the unit in its brackets. */
  public Optional<Column> find(String headerText) {
    Item whole = byName.get(fold(headerText));
    if (whole != null) {
      return Optional.of(new Column(whole, ownUnit(whole, headerText)));
    }
    Header header = Header.of(headerText);
    Item item = byName.get(fold(header.outside()));
    if (item == null) {
      return lastBracketIsUnit(headerText);
    }
    String unit = "";
    for (String bracketed : header.bracketed()) {
      // the name first: K in the brackets of potassium is no kelvin
      if (byName.get(fold(bracketed)) == item) {
        continue;
      }
      if (!isUnit(item, bracketed)) {
        return lastBracketIsUnit(headerText);
      }
      unit = bracketed;
    }
    return Optional.of(new Column(item, unit));
  }

  /** "FEV1/FVC(%)" is a name as a whole, and its bracket a unit all the same. */
  private String ownUnit(Item item, String headerText) {
    List<String> bracketed = Header.of(headerText).bracketed();
    if (bracketed.isEmpty()) {
      return "";
    }
    String last = bracketed.getLast();
    return byName.get(fold(last)) != item && isUnit(item, last) ? last : "";
  }

  /** "LDL cholesterol (calculated) (mg/dL)": a name with brackets of its own before the unit's. */
  private Optional<Column> lastBracketIsUnit(String headerText) {
    Header header = Header.of(headerText);
    if (header.bracketed().size() < 2) {
      return Optional.empty();
    }
    String unit = header.bracketed().getLast();
    StringBuilder name = new StringBuilder(header.outside());
    header.bracketed().stream().limit(header.bracketed().size() - 1L).forEach(name::append);
    return Optional.ofNullable(byName.get(fold(name.toString())))
        .filter(item -> isUnit(item, unit))
        .map(item -> new Column(item, unit));
  }

  private static boolean isUnit(Item item, String text) {
    return item.ucum() != null && UcumUnit.parse(UnitSpelling.ucum(item, text)).isPresent();
  }

  /**
   * Names are compared without case, blanks, brackets, hyphens, underscores and points, after NFKC.
   */
  public static String fold(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Z}\\p{C}\\p{Ps}\\p{Pe}\\p{Pd}_.,:;/'\"<>·]", "");
  }
}
