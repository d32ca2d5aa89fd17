package health.lifelong.ingestion.genotype.algorithm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What VCF 4.4 and 4.5 ask of records with structural alleles (sections 1.4.5, 3 and 5). */
final class VcfStructuralRules {
  private static final Set<String> TYPES = Set.of("DEL", "INS", "DUP", "INV", "CNV");

  private VcfStructuralRules() {}

  /** What is wrong, or null. */
  static @Nullable String fault(VcfRecord record, VcfFormat format, int samples) {
    List<String> lengths = values(record, "SVLEN");
    List<String> claims = values(record, "SVCLAIM");
    Set<String> copyLengths = new HashSet<>();
    boolean structural = false;
    for (int i = 0; i < record.alts().size(); i++) {
      String alt = record.alts().get(i);
      String type = type(alt);
      boolean named = VcfAlleles.symbolic(alt) && alt.indexOf(':') > 0;
      if (named && !TYPES.contains(type)) {
        return "ALT is of no structural type";
      }
      structural |= TYPES.contains(type);
      String fault = claim(type, at(claims, i));
      if (fault == null) {
        fault = length(type, at(lengths, i));
      }
      if (fault != null) {
        return fault;
      }
      if (type.equals("DEL") || type.equals("DUP") || type.equals("CNV")) {
        copyLengths.add(at(lengths, i));
      }
    }
    if (structural && format.index("CN") >= 0 && copyLengths.size() > 1) {
      return "FORMAT CN needs one SVLEN for all alleles that change copies";
    }
    String repeat = record.alts().contains("<CNV:TR>") ? repeats(record) : null;
    return repeat != null ? repeat : phase(record, format, samples);
  }

  private static String type(String alt) {
    if (!VcfAlleles.symbolic(alt)) {
      return "";
    }
    int colon = alt.indexOf(':');
    return alt.substring(1, colon < 0 ? alt.length() - 1 : colon);
  }

  private static @Nullable String claim(String type, String claim) {
    boolean fits =
        switch (type) {
          case "DEL", "DUP" -> claim.equals("D") || claim.equals("J") || claim.equals("DJ");
          case "CNV" -> claim.equals("D") || claim.equals(".");
          default -> claim.equals("J") || claim.equals(".");
        };
    return fits ? null : "INFO SVCLAIM does not fit the allele";
  }

  private static @Nullable String length(String type, String length) {
    return TYPES.contains(type) || length.equals(".") ? null : "INFO SVLEN does not fit the allele";
  }

  /** Tandem repeats: the unit is told, and every list has as many values as there are repeats. */
  private static @Nullable String repeats(VcfRecord record) {
    if (record.infoValue("RUS") == null && record.infoValue("RUL") == null) {
      return "INFO RUS or RUL is missing";
    }
    int expected = 0;
    List<String> numbers = values(record, "RN");
    for (int i = 0; i < record.alts().size(); i++) {
      int number = VcfRecordRules.position(at(numbers, i));
      expected += record.alts().get(i).equals("<CNV:TR>") ? number < 0 ? 1 : number : 0;
    }
    for (String key : List.of("RUS", "RUL", "RUC", "RB")) {
      if (record.infoValue(key) != null && values(record, key).size() != expected) {
        return "INFO %s does not have a value a repeat".formatted(key);
      }
    }
    for (String key : List.of("CIRUC", "CIRB")) {
      if (record.infoValue(key) != null && values(record, key).size() != 2 * expected) {
        return "INFO %s does not have two values a repeat".formatted(key);
      }
    }
    List<String> bases = values(record, "RUB");
    return bases.isEmpty() || whole(record, bases.size())
        ? null
        : "INFO RUB does not have a value a unit";
  }

  private static boolean whole(VcfRecord record, int bases) {
    double units = 0;
    for (String count : values(record, "RUC")) {
      if (count.equals(".")) {
        return false;
      }
      units += Math.ceil(Double.parseDouble(count));
    }
    return units == bases;
  }

  /** A phase quality belongs to a named phase set. */
  private static @Nullable String phase(VcfRecord record, VcfFormat format, int samples) {
    int set = format.index("PSL");
    int quality = format.index("PSQ");
    if (set < 0 || quality < 0) {
      return null;
    }
    String[] columns = record.samples().substring(record.samplesFrom()).split("\t", samples);
    for (String column : columns) {
      String[] cells = column.split(":", -1);
      if (set >= cells.length || quality >= cells.length) {
        continue;
      }
      String[] sets = cells[set].split(",", -1);
      String[] qualities = cells[quality].split(",", -1);
      for (int i = 0; i < Math.min(sets.length, qualities.length); i++) {
        if (sets[i].equals(".") && !qualities[i].equals(".")) {
          return "FORMAT PSQ stands without its PSL";
        }
      }
    }
    return null;
  }

  private static List<String> values(VcfRecord record, String key) {
    String value = record.infoValue(key);
    return value == null ? new ArrayList<>() : List.of(value.split(",", -1));
  }

  private static String at(List<String> values, int index) {
    return index < values.size() ? values.get(index) : ".";
  }
}
