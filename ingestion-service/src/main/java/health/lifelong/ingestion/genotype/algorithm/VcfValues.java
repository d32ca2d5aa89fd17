package health.lifelong.ingestion.genotype.algorithm;

/** Whether the values of an INFO or FORMAT key have the declared count and type. */
final class VcfValues {
  private static final long SMALLEST_INTEGER = Integer.MIN_VALUE + 8L;

  private VcfValues() {}

  /** What is wrong. */
  enum Fault {
    NONE,
    COUNT,
    TYPE
  }

  /**
   * Checks the values between two places of a text.
   *
   * @param alts how many ALTs the record has
   * @param ploidy alleles of the sample's genotype; 0 where any of 1 and 2 will do
   */
  static Fault check(
      VcfDefinition definition, String text, int from, int to, int alts, int ploidy, int minor) {
    if (to - from == 1 && text.charAt(from) == '.') {
      return Fault.NONE;
    }
    int count = 0;
    int start = from;
    boolean told = false;
    while (start <= to) {
      int end = valueEnd(definition.type(), text, start, to);
      told |= end - start != 1 || text.charAt(start) != '.';
      if (!typed(definition.type(), text, start, end, minor)) {
        return Fault.TYPE;
      }
      count++;
      start = end + 1;
    }
    // a list of dots tells nothing, however many there are
    return !told || counted(definition, count, alts, ploidy) ? Fault.NONE : Fault.COUNT;
  }

  private static int valueEnd(VcfDefinition.Type type, String text, int start, int to) {
    int end = start;
    if (type == VcfDefinition.Type.STRING && start < to && text.charAt(start) == '"') {
      int quote = text.indexOf('"', start + 1);
      end = quote < 0 || quote >= to ? start : quote;
    }
    while (end < to && text.charAt(end) != ',') {
      end++;
    }
    return end;
  }

  private static boolean counted(VcfDefinition definition, int count, int alts, int ploidy) {
    return switch (definition.per()) {
      // a record without ALT may still carry the value of its one possible alternative
      case 'A' -> count == alts || alts == 0 && count == 1;
      case 'R' -> count == alts + 1 || alts == 0 && count == 2;
      case 'G' -> genotypes(count, alts, ploidy) || alts == 0 && genotypes(count, 1, ploidy);
      case 'P' -> ploidy == 0 || count == ploidy;
      case 'N' -> count == definition.count();
      default -> true;
    };
  }

  private static boolean genotypes(int count, int alts, int ploidy) {
    if (ploidy == 0) {
      return genotypes(count, alts, 1) || genotypes(count, alts, 2);
    }
    long expected = 1;
    for (int i = 1; i <= Math.min(ploidy, 20); i++) {
      expected = expected * (alts + i) / i;
    }
    return count == expected;
  }

  private static boolean typed(VcfDefinition.Type type, String text, int from, int to, int minor) {
    if (to - from == 1 && text.charAt(from) == '.') {
      return true;
    }
    return switch (type) {
      case INTEGER -> integer(text, from, to, minor);
      case FLOAT -> number(text, from, to);
      case CHARACTER -> to - from == 1;
      case FLAG -> to - from == 1 && (text.charAt(from) == '0' || text.charAt(from) == '1');
      case STRING -> to > from;
    };
  }

  private static boolean integer(String text, int from, int to, int minor) {
    int at = from;
    boolean negative = at < to && text.charAt(at) == '-';
    at += at < to && (negative || text.charAt(at) == '+') ? 1 : 0;
    if (at == to || to - at > 10) {
      return false;
    }
    long value = 0;
    for (; at < to; at++) {
      int digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      value = value * 10 + digit;
    }
    // 4.3 keeps the eight lowest integers for the binary form
    long smallest = minor >= 3 ? SMALLEST_INTEGER : Integer.MIN_VALUE;
    return negative ? -value >= smallest : value <= Integer.MAX_VALUE;
  }

  /** A decimal number, with or without exponent, or an infinity or NaN. */
  static boolean number(String text, int from, int to) {
    int at = from;
    at += at < to && (text.charAt(at) == '-' || text.charAt(at) == '+') ? 1 : 0;
    if (word(text, at, to)) {
      return true;
    }
    int digits = 0;
    boolean point = false;
    for (; at < to; at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return false;
    }
    if (at == to) {
      return true;
    }
    if ((text.charAt(at) | 0x20) != 'e' || at + 1 == to) {
      return false;
    }
    at++;
    at += text.charAt(at) == '-' || text.charAt(at) == '+' ? 1 : 0;
    int exponent = at;
    while (at < to && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at == to && at > exponent;
  }

  private static boolean word(String text, int from, int to) {
    String rest = to - from == 3 || to - from == 8 ? text.substring(from, to) : "";
    return rest.equalsIgnoreCase("inf")
        || rest.equalsIgnoreCase("nan")
        || rest.equalsIgnoreCase("infinity");
  }
}
