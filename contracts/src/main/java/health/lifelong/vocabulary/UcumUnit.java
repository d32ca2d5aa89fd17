package health.lifelong.vocabulary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of UCUM that checkups use, as a ratio to base units and a dimension.
 *
 * <p>Arbitrary units (U, [IU], [arb'U]), days and weeks, and body surface area are dimensions of
 * their own, so that nothing turns one into another by arithmetic. Affine scales (Cel, [degF], K)
 * parse but do not scale into each other. The prefixes mega and above are left out: no laboratory
 * means them, and "Mg" is a mistyped "mg" far more often.
 *
 * @param numerator factor to the base units, above the line
 * @param denominator factor to the base units, below the line
 * @param dimension exponent by base, zero exponents left out
 * @param cancelled bases that appear above and below the line (g/g, L/L), so that a mass ratio is
 *     no plain number
 */
record UcumUnit(
    BigDecimal numerator,
    BigDecimal denominator,
    Map<String, Integer> dimension,
    Map<String, Integer> cancelled) {
  private static final Pattern TERM =
      Pattern.compile("(?:10[*^]([+-]?[0-9]{1,3})|([A-Za-z%]*(?:\\[[A-Za-z_']+])?)([+-]?[0-9])?)");

  /** Significant digits kept where a quotient has no end; the contract asks for six. */
  private static final MathContext ROUNDED = new MathContext(12, RoundingMode.HALF_EVEN);

  private static final MathContext WIDE = MathContext.DECIMAL128;

  private static final Map<String, Integer> PREFIXES =
      Map.of("k", 3, "d", -1, "c", -2, "m", -3, "u", -6, "n", -9, "p", -12, "f", -15);

  private static final Map<String, Atom> ATOMS = atoms();

  UcumUnit {
    dimension = Map.copyOf(dimension);
    cancelled = Map.copyOf(cancelled);
  }

  private record Atom(BigDecimal factor, String base, int power, boolean metric) {}

  private static Map<String, Atom> atoms() {
    Map<String, Atom> atoms = new HashMap<>();
    for (String metric : "g s mol eq osm U kat [IU] [arb'U] m[Hg] Pa cal J".split(" ")) {
      atoms.put(metric, new Atom(BigDecimal.ONE, metric, 1, true));
    }
    for (String plain : "d wk mo a % [pH] dB Cel [degF] K [HPF] [LPF] [MET]".split(" ")) {
      atoms.put(plain, new Atom(BigDecimal.ONE, plain, 1, false));
    }
    atoms.put("[iU]", new Atom(BigDecimal.ONE, "[IU]", 1, true));
    atoms.put("m", new Atom(BigDecimal.ONE, "m", 1, true));
    atoms.put("L", new Atom(new BigDecimal("0.001"), "m", 3, true));
    atoms.put("l", new Atom(new BigDecimal("0.001"), "m", 3, true));
    atoms.put("min", new Atom(new BigDecimal("60"), "s", 1, false));
    atoms.put("h", new Atom(new BigDecimal("3600"), "s", 1, false));
    atoms.put("[lb_av]", new Atom(new BigDecimal("453.59237"), "g", 1, false));
    atoms.put("[oz_av]", new Atom(new BigDecimal("28.349523125"), "g", 1, false));
    atoms.put("[in_i]", new Atom(new BigDecimal("0.0254"), "m", 1, false));
    atoms.put("[ft_i]", new Atom(new BigDecimal("0.3048"), "m", 1, false));
    atoms.put("[mi_i]", new Atom(new BigDecimal("1609.344"), "m", 1, false));
    return Map.copyOf(atoms);
  }

  /** Reads a unit such as {@code mL/min/{1.73_m2}}; empty where it is no unit this class knows. */
  static Optional<UcumUnit> parse(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Builder builder = new Builder();
    boolean below = false;
    int start = 0;
    int depth = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? '.' : text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth > 0 && i < text.length() || c != '.' && c != '/') {
        continue;
      }
      boolean leadingSolidus = i == 0 && c == '/';
      if (!leadingSolidus && !builder.term(text.substring(start, i), below)) {
        return Optional.empty();
      }
      below = c == '/';
      start = i + 1;
    }
    return Optional.of(builder.build());
  }

  /** True where a number in this unit can be scaled into {@code other}. */
  boolean commensurable(UcumUnit other) {
    return dimension.equals(other.dimension) && cancelled.equals(other.cancelled);
  }

  /**
   * The number in {@code target}; exact where the quotient is finite, else to 12 significant
   * digits.
   */
  BigDecimal scale(BigDecimal value, UcumUnit target) {
    return divide(
        value.multiply(numerator).multiply(target.denominator),
        denominator.multiply(target.numerator));
  }

  /** Divides exactly where the quotient is finite, else to 12 significant digits. */
  static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
    BigDecimal quotient = dividend.divide(divisor, WIDE);
    boolean exact = quotient.multiply(divisor).compareTo(dividend) == 0;
    BigDecimal kept = exact ? quotient : quotient.round(ROUNDED);
    return kept.scale() < 0 ? kept.setScale(0) : kept;
  }

  private static final class Builder {
    private BigDecimal numerator = BigDecimal.ONE;
    private BigDecimal denominator = BigDecimal.ONE;
    private final Map<String, Integer> above = new TreeMap<>();
    private final Map<String, Integer> under = new TreeMap<>();

    private boolean term(String text, boolean below) {
      if (text.equals("{1.73_m2}")) {
        // a flow per body surface area is another quantity than the flow, though UCUM reads braces
        // as 1
        (below ? under : above).merge("body surface", 1, Integer::sum);
        return true;
      }
      String bare = text.replaceAll("\\{[^{}]*}", "");
      if (bare.equals("1") || bare.isEmpty() && !text.isEmpty()) {
        return true;
      }
      Matcher matcher = TERM.matcher(bare);
      if (bare.isEmpty() || !matcher.matches()) {
        return false;
      }
      if (matcher.group(1) != null) {
        int exponent = Integer.parseInt(matcher.group(1));
        return multiply(BigDecimal.ONE.scaleByPowerOfTen(exponent), "", 0, below);
      }
      int exponent = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
      return symbol(matcher.group(2), exponent, below);
    }

    private boolean symbol(String symbol, int exponent, boolean below) {
      Atom atom = ATOMS.get(symbol);
      int prefix = 0;
      if (atom == null && symbol.length() > 1) {
        Integer power = PREFIXES.get(symbol.substring(0, 1));
        Atom prefixed = ATOMS.get(symbol.substring(1));
        if (power == null || prefixed == null || !prefixed.metric()) {
          return false;
        }
        atom = prefixed;
        prefix = power;
      }
      if (atom == null || exponent == 0) {
        return false;
      }
      boolean under = below != exponent < 0;
      int times = Math.abs(exponent);
      BigDecimal factor = atom.factor().scaleByPowerOfTen(prefix).pow(times);
      return multiply(factor, atom.base(), atom.power() * times, under);
    }

    private boolean multiply(BigDecimal factor, String base, int power, boolean below) {
      if (below) {
        denominator = denominator.multiply(factor);
      } else {
        numerator = numerator.multiply(factor);
      }
      if (power != 0) {
        (below ? under : above).merge(base, power, Integer::sum);
      }
      return true;
    }

    private UcumUnit build() {
      Map<String, Integer> dimension = new TreeMap<>(above);
      Map<String, Integer> cancelled = new TreeMap<>();
      under.forEach(
          (base, power) -> {
            int top = above.getOrDefault(base, 0);
            if (top > 0) {
              cancelled.put(base, Math.min(top, power));
            }
            if (top == power) {
              dimension.remove(base);
            } else {
              dimension.put(base, top - power);
            }
          });
      return new UcumUnit(numerator, denominator, dimension, cancelled);
    }
  }
}
