package health.lifelong.ingestion.genotype.algorithm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One body line cut at its tabs; nothing is checked but the number of columns.
 *
 * @param alts empty where ALT is "."
 * @param format text of FORMAT, empty where there is none
 * @param samples the whole line; sample columns begin at {@code samplesFrom}
 */
record VcfRecord(
    String chrom,
    String pos,
    String id,
    String ref,
    String alt,
    List<String> alts,
    String qual,
    String filter,
    String info,
    String format,
    String samples,
    int samplesFrom) {
  private static final String PHARMCAT_NOTE = "PCATx";

  /** The line's columns, or null where there are not exactly {@code columns} of them. */
  static @Nullable VcfRecord of(String line, int columns) {
    String[] fixed = new String[9];
    int from = 0;
    int count = 0;
    while (count < 9 && from <= line.length()) {
      int tab = line.indexOf('\t', from);
      int end = tab < 0 ? line.length() : tab;
      fixed[count++] = line.substring(from, end);
      from = end + 1;
    }
    int total = count;
    for (int tab = from - 1; tab >= 0 && tab < line.length(); tab = line.indexOf('\t', tab + 1)) {
      total++;
    }
    if (total != columns || count < 8) {
      return null;
    }
    String alt = fixed[4];
    return new VcfRecord(
        fixed[0],
        fixed[1],
        fixed[2],
        fixed[3].toUpperCase(Locale.ROOT),
        alt,
        alleles(alt),
        fixed[5],
        fixed[6],
        fixed[7],
        count < 9 ? "" : fixed[8],
        line,
        Math.min(from, line.length()));
  }

  private static List<String> alleles(String alt) {
    if (alt.equals(".")) {
      return List.of();
    }
    if (alt.indexOf(',') < 0) {
      return List.of(upper(alt));
    }
    List<String> alleles = new ArrayList<>();
    int from = 0;
    for (int comma = alt.indexOf(','); comma >= 0; comma = alt.indexOf(',', from)) {
      alleles.add(upper(alt.substring(from, comma)));
      from = comma + 1;
    }
    alleles.add(upper(alt.substring(from)));
    return alleles;
  }

  private static String upper(String allele) {
    return VcfAlleles.bases(allele) ? allele.toUpperCase(Locale.ROOT) : allele;
  }

  /**
   * True where the record passed every filter, or none was run. What PharmCAT's preprocessor leaves
   * in this column ({@code PCATxREF}, {@code PCATxALT}, {@code PCATxINDEL}) notes that alleles
   * differ from its own table; it says nothing of the call's quality, and alleles are compared by
   * us.
   */
  boolean passed() {
    if (filter.equals("PASS") || filter.equals(".") || filter.isEmpty()) {
      return true;
    }
    return filter.startsWith(PHARMCAT_NOTE)
        && Arrays.stream(filter.split(";", -1)).allMatch(value -> value.startsWith(PHARMCAT_NOTE));
  }

  /** The value of an INFO key, or null where it is absent or a flag. */
  @Nullable String infoValue(String key) {
    int from = 0;
    while (from < info.length()) {
      int end = info.indexOf(';', from);
      end = end < 0 ? info.length() : end;
      if (info.startsWith(key, from)
          && from + key.length() < end
          && info.charAt(from + key.length()) == '=') {
        return info.substring(from + key.length() + 1, end);
      }
      from = end + 1;
    }
    return null;
  }
}
