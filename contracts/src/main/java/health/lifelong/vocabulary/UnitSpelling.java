package health.lifelong.vocabulary;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the spellings of units that senders use into UCUM. What a spelling means can depend on the
 * item: {@code G/L} of a cell count is giga per litre, of a protein gram per litre. The table is
 * {@code unit-spellings.csv}.
 */
final class UnitSpelling {
  private static final Map<String, String> TABLE = table();
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final Pattern POWER = Pattern.compile("10([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})");
  private static final Pattern POWER_OF_TEN =
      Pattern.compile(
          "^[xX*]?\\.?10"
              + "(?:(?:\\*\\*|\\*\\^|[*^eExX])\\(?([0-9]{1,2})\\)?|\\(?(3|6|9|12)\\)?)(?=[/.]|$)");
  private static final Pattern THOUSANDS = Pattern.compile("^[xX*]?1,?(000(?:,?000)?)(?=/)");
  private static final Pattern BODY_SURFACE =
      Pattern.compile("\\{?1\\.73[_*]?(?:m\\^?\\(?2\\)?|sqm)?}?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern OF_CREATININE =
      Pattern.compile(
          "/(g|mg|mmol)[._]?[{(]?(?:cr|cre|crea|creat|creatinine|크레아티닌)[)}]?$",
          Pattern.CASE_INSENSITIVE);

  private UnitSpelling() {}

  private static Map<String, String> table() {
    Map<String, String> table = new HashMap<>();
    for (CsvTable.Row row : CsvTable.resource(UnitSpelling.class, "/unit-spellings.csv").rows()) {
      String scope = row.get("scope");
      table.put((scope == null ? "" : scope) + "|" + row.require("spelling"), row.require("ucum"));
    }
    return Map.copyOf(table);
  }

  /** The unit in UCUM as far as its spelling can be told; the result need not be a unit. */
  static String ucum(Item item, String raw) {
    String text = letters(raw);
    String scope = scope(item);
    String whole = lookUp(scope, text);
    if (whole != null) {
      return fitArbitraryUnits(item, whole);
    }
    text = THOUSANDS.matcher(text).replaceFirst(match -> "10*" + zeros(match.group(1)));
    text =
        POWER_OF_TEN
            .matcher(text)
            .replaceFirst(m -> "10*" + (m.group(1) == null ? m.group(2) : m.group(1)));
    text = BODY_SURFACE.matcher(text).replaceFirst("{1.73_m2}");
    text = OF_CREATININE.matcher(text).replaceFirst("/$1");
    return fitArbitraryUnits(item, terms(scope, text));
  }

  private static int zeros(String text) {
    return (int) text.chars().filter(c -> c == '0').count();
  }

  /**
   * Compatibility characters to letters; a power of ten keeps its exponent apart, which plain NFKC
   * would glue on.
   */
  private static String letters(String raw) {
    Matcher matcher = POWER.matcher(raw);
    String powers =
        matcher.replaceAll(
            match -> {
              StringBuilder digits = new StringBuilder("10*");
              match.group(1).chars().forEach(c -> digits.append(SUPERSCRIPTS.indexOf(c)));
              return digits.toString();
            });
    return Normalizer.normalize(powers, Normalizer.Form.NFKC)
        .replace('\u03BC', 'u')
        .replace('\u2212', '-')
        .replace('\u00D7', 'x')
        .replace('\u00B7', '.')
        .replace('\u22C5', '.')
        .replaceAll("<[0-9.]+>", "")
        .replaceAll("\\s+", "");
  }

  private static String terms(String scope, String text) {
    StringBuilder ucum = new StringBuilder();
    int start = 0;
    int depth = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? '/' : text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (i < text.length() && (depth > 0 || c != '.' && c != '/')) {
        continue;
      }
      ucum.append(term(scope, text.substring(start, i)));
      if (i < text.length()) {
        ucum.append(c);
      }
      start = i + 1;
    }
    return ucum.toString();
  }

  private static String term(String scope, String text) {
    if (text.isEmpty() || text.startsWith("{") || UcumUnit.parse(text).isPresent()) {
      return text;
    }
    String known = lookUp(scope, text);
    if (known != null) {
      return known;
    }
    // a sender without lower case: MMOL/L. Mixed case such as Mmol is another unit and stays as it
    // is
    String lower = text.toLowerCase(Locale.ROOT);
    boolean shouted = text.equals(text.toUpperCase(Locale.ROOT));
    return shouted && UcumUnit.parse(lower).isPresent() ? lower : text;
  }

  private static @Nullable String lookUp(String scope, String text) {
    String key = text.toLowerCase(Locale.ROOT);
    String scoped = scope.isEmpty() ? null : TABLE.get(scope + "|" + key);
    return scoped == null ? TABLE.get("|" + key) : scoped;
  }

  private static String scope(Item item) {
    String ucum = item.ucum();
    if (ucum == null) {
      return "";
    }
    if (ucum.startsWith("10*")) {
      return "count";
    }
    return ucum.equals("Cel") ? "temperature" : "";
  }

  /**
   * IU is U for enzymes, U is the arbitrary unit of a tumour marker, mEq is mmol for single
   * charges; nowhere else.
   */
  private static String fitArbitraryUnits(Item item, String ucum) {
    String stored = item.ucum();
    if (stored == null) {
      return ucum;
    }
    if (stored.equals("U/L")) {
      return ucum.replace("[IU]", "U").replace("[iU]", "U");
    }
    if (stored.contains("[arb'U]")) {
      return ucum.replaceFirst("^([kmu]?)U(?=/)", "$1[arb'U]");
    }
    return switch (item.code()) {
      case "NA", "K", "CL", "CO2" -> ucum.replaceFirst("^([mu]?)eq(?=/)", "$1mol");
      default -> ucum;
    };
  }
}
