package health.lifelong.ingestion.genotype.algorithm;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the specification asks of INFO. */
final class VcfInfoRules {
  private static final Pattern CIGAR = Pattern.compile("(\\d+[MIDNSHPX=])+(,(\\d+[MIDNSHPX=])+)*");

  /** Sums over the samples, which tools that drop samples or alleles leave behind stale. */
  private static final Set<String> SUMS = Set.of("AC", "AF");

  private final int minor;
  private final Map<String, VcfDefinition> definitions;
  private final Consumer<String> tolerated;

  /** {@code tolerated} is told of a breach that touches no genotype. */
  VcfInfoRules(VcfHeader header, Consumer<String> tolerated) {
    this.tolerated = tolerated;
    minor = header.minor();
    definitions = header.info();
  }

  /** What is wrong, or null. */
  @Nullable String fault(String info, int alts) {
    if (info.equals(".")) {
      return null;
    }
    if (info.isEmpty()) {
      tolerated.accept("a column is empty");
      return null;
    }
    Set<String> seen = new HashSet<>();
    int from = 0;
    while (from < info.length()) {
      int end = info.indexOf(';', from);
      end = end < 0 ? info.length() : end;
      int equals = info.indexOf('=', from);
      equals = equals < 0 || equals > end ? end : equals;
      String key = info.substring(from, equals);
      boolean again = !seen.add(key);
      if (again && minor <= 2) {
        tolerated.accept("INFO holds a key twice");
      } else if (again) {
        return "INFO holds a key twice";
      }
      String fault = equals == end ? bare(key) : valued(key, info, equals + 1, end, alts);
      if (fault != null) {
        return fault;
      }
      from = end + 1;
    }
    return null;
  }

  private @Nullable String bare(String key) {
    return key.isEmpty() || blank(key, 0, key.length()) ? "INFO has a malformed key" : null;
  }

  private @Nullable String valued(String key, String info, int from, int to, int alts) {
    if (key.isEmpty() || blank(key, 0, key.length())) {
      return "INFO has a malformed key";
    }
    if (minor <= 2 && blank(info, from, to)) {
      return "INFO holds a blank";
    }
    VcfDefinition definition = definitions.get(key);
    if (definition == null) {
      return null;
    }
    if (definition.per() == 'N' && definition.count() == 0) {
      return VcfValues.check(
                  new VcfDefinition(key, '.', 0, VcfDefinition.Type.FLAG),
                  info,
                  from,
                  to,
                  alts,
                  2,
                  minor)
              == VcfValues.Fault.NONE
          ? null
          : "INFO %s is a flag and has a value".formatted(key);
    }
    switch (VcfValues.check(definition, info, from, to, alts, 2, minor)) {
      case COUNT -> {
        if (definition.per() == 'G') {
          // the specification gives Number=G no meaning outside of samples
          return null;
        }
        String fault = "INFO %s has another number of values than declared".formatted(key);
        if (!SUMS.contains(key)) {
          return fault;
        }
        tolerated.accept(fault);
      }
      case TYPE -> {
        return "INFO %s is not of the declared type".formatted(key);
      }
      case NONE -> {}
    }
    if (VcfReserved.NOT_NEGATIVE.contains(key) && negative(info, from, to)) {
      return "INFO %s is negative".formatted(key);
    }
    if (key.equals("CIGAR") && !CIGAR.matcher(info.substring(from, to)).matches()) {
      return "INFO CIGAR is malformed";
    }
    return null;
  }

  private static boolean negative(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '-' && (i == from || text.charAt(i - 1) == ',')) {
        return true;
      }
    }
    return false;
  }

  private static boolean blank(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) <= ' ') {
        return true;
      }
    }
    return false;
  }
}
