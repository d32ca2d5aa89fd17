package health.lifelong.analytics.polygenic.algorithm;

import health.lifelong.analytics.genotype.domain.SiteRecord;
import health.lifelong.analytics.polygenic.domain.Effect;
import health.lifelong.analytics.polygenic.domain.ScoreRow;
import health.lifelong.analytics.polygenic.domain.ScoringFileOutcome.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The column line of a scoring file, and how a row is read by it. */
final class ScoringColumns {
  /** One row, or why the file is refused. */
  sealed interface Parsed {}

  record Good(@Nullable String score, ScoreRow row) implements Parsed {}

  record Bad(Reason reason) implements Parsed {}

  private static final Pattern RSID = Pattern.compile("rs\\d+");
  private static final List<String> DOSAGE_WEIGHTS =
      List.of("dosage_0_weight", "dosage_1_weight", "dosage_2_weight");

  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<String, String> alleles = new HashMap<>();
  private final boolean harmonised;

  ScoringColumns(String line, Map<String, String> header) {
    String[] names = line.split("\t", -1);
    for (int i = 0; i < names.length; i++) {
      columns.put(names[i].strip().toLowerCase(Locale.ROOT), i);
    }
    harmonised = header.containsKey("HmPOS_build") && has("hm_pos");
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  boolean harmonised() {
    return harmonised;
  }

  boolean hasWeight() {
    return has("effect_weight")
        || has("or")
        || has("hr")
        || DOSAGE_WEIGHTS.stream().allMatch(this::has);
  }

  Parsed row(String line, int number) {
    String[] cells = line.split("\t", -1);
    String effectAllele = cell(cells, "effect_allele");
    if (effectAllele == null) {
      return new Bad(Reason.EFFECT_ALLELE_MISSING);
    }
    boolean bases = SiteRecord.bases(effectAllele.toUpperCase(Locale.ROOT));
    boolean complex = !bases || flag(cells, "is_haplotype") || flag(cells, "is_diplotype");
    complex |= flag(cells, "is_interaction") || cell(cells, "variant_type") != null;
    Integer position;
    Effect effect;
    try {
      position = position(cells);
      effect = complex ? complex(cells) : effect(cells);
    } catch (NumberFormatException e) {
      return new Bad(
          e instanceof NoPosition ? Reason.POSITION_NOT_A_NUMBER : Reason.WEIGHT_NOT_A_NUMBER);
    }
    if (effect == null) {
      return new Bad(Reason.BOTH_DOMINANT_AND_RECESSIVE);
    }
    String rsid = rsid(cells);
    String chromosome = chromosome(cells);
    boolean placed = rsid != null || (chromosome != null && position != null);
    if (!placed && !harmonised && !complex) {
      return new Bad(Reason.ROW_WITHOUT_PLACE);
    }
    return new Good(
        cell(cells, "accession"),
        new ScoreRow(
            number,
            rsid,
            chromosome,
            position,
            bases ? allele(effectAllele) : effectAllele,
            otherAllele(cells),
            weightText(cells),
            effect));
  }

  private @Nullable String cell(String[] cells, String column) {
    Integer index = columns.get(column);
    if (index == null || index >= cells.length) {
      return null;
    }
    String text = cells[index].strip();
    return text.isEmpty() || text.equals(".") || text.equals("NA") ? null : text;
  }

  private boolean flag(String[] cells, String column) {
    String text = cell(cells, column);
    return text != null && (text.equalsIgnoreCase("true") || text.equals("1"));
  }

  /** Marks which cell was no number. */
  private static final class NoPosition extends NumberFormatException {
    private static final long serialVersionUID = 1;
  }

  private @Nullable Integer position(String[] cells) {
    String text = cell(cells, harmonised ? "hm_pos" : "chr_position");
    if (text == null) {
      return null;
    }
    try {
      int position = Integer.parseInt(text);
      if (position > 0) {
        return position;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number below one.
    }
    throw new NoPosition();
  }

  private @Nullable String chromosome(String[] cells) {
    String text = cell(cells, harmonised ? "hm_chr" : "chr_name");
    if (text == null) {
      return null;
    }
    String plain = text.toUpperCase(Locale.ROOT).replaceFirst("^CHR", "");
    return switch (plain) {
      case "23" -> "X";
      case "24" -> "Y";
      case "M", "26" -> "MT";
      default -> plain.intern();
    };
  }

  private @Nullable String rsid(String[] cells) {
    for (String column : List.of("hm_rsid", "rsid")) {
      String text = cell(cells, column);
      if (text != null && RSID.matcher(text).matches()) {
        return text;
      }
    }
    return null;
  }

  private @Nullable String otherAllele(String[] cells) {
    String text = cell(cells, "other_allele");
    if (text == null && harmonised) {
      text = cell(cells, "hm_inferotherallele");
    }
    String upper = text == null ? "" : text.toUpperCase(Locale.ROOT);
    return SiteRecord.bases(upper) ? allele(upper) : null;
  }

  private String allele(String text) {
    return alleles.computeIfAbsent(text.toUpperCase(Locale.ROOT), upper -> upper);
  }

  private String weightText(String[] cells) {
    String weight = cell(cells, "effect_weight");
    if (weight != null) {
      return weight;
    }
    String first = cell(cells, DOSAGE_WEIGHTS.getFirst());
    if (first != null) {
      return first
          + "/"
          + cell(cells, DOSAGE_WEIGHTS.get(1))
          + "/"
          + cell(cells, DOSAGE_WEIGHTS.get(2));
    }
    String ratio = cell(cells, "or");
    String hazard = cell(cells, "hr");
    return "ln " + (ratio == null ? hazard : ratio);
  }

  private Effect complex(String[] cells) {
    String type = cell(cells, "variant_type");
    if (type != null) {
      return new Effect.Complex(type);
    }
    return new Effect.Complex(flag(cells, "is_interaction") ? "interaction" : "haplotype");
  }

  /** Null where a row claims to be dominant and recessive. */
  private @Nullable Effect effect(String[] cells) {
    String text = cell(cells, "effect_weight");
    if (text == null && cell(cells, DOSAGE_WEIGHTS.getFirst()) != null) {
      return new Effect.PerDosage(
          number(cell(cells, DOSAGE_WEIGHTS.get(0))),
          number(cell(cells, DOSAGE_WEIGHTS.get(1))),
          number(cell(cells, DOSAGE_WEIGHTS.get(2))));
    }
    double weight = text == null ? StrictMath.log(ratio(cells)) : number(text);
    String type = cell(cells, "effect_type");
    boolean dominant = flag(cells, "is_dominant") || "dominant".equals(type);
    boolean recessive = flag(cells, "is_recessive") || "recessive".equals(type);
    if (dominant && recessive) {
      return null;
    }
    if (dominant) {
      return new Effect.Dominant(weight);
    }
    return recessive ? new Effect.Recessive(weight) : new Effect.Additive(weight);
  }

  private double ratio(String[] cells) {
    String odds = cell(cells, "or");
    double ratio = number(odds == null ? cell(cells, "hr") : odds);
    if (ratio <= 0) {
      throw new NumberFormatException("a ratio is above zero");
    }
    return ratio;
  }

  private static double number(@Nullable String text) {
    double number = Double.parseDouble(text == null ? "missing" : text);
    if (!Double.isFinite(number)) {
      throw new NumberFormatException("not finite");
    }
    return number;
  }
}
