package health.lifelong.analytics.metabolic.domain;

import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.vocabulary.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;

/**
 * The waist in cm from which a national guideline speaks of abdominal obesity, inclusive. A region
 * pack sets it.
 *
 * @param source the guideline, for a citation
 */
public record WaistLimits(double femaleCm, double maleCm, String source) {
  /** The threshold's name in a region pack. */
  public static final String NAME = "metabolic_syndrome.waist";

  /** Refuses limits that no tape measures. */
  public WaistLimits {
    if (!(femaleCm > 0 && maleCm > 0 && femaleCm < 300 && maleCm < 300)) {
      throw new IllegalArgumentException("a waist limit is a length in cm");
    }
  }

  /**
   * Reads a pack's thresholds: columns {@code name, sex, value, source}, of which the two rows
   * named {@value #NAME} count. The stream is not closed.
   */
  public static WaistLimits fromCsv(InputStream in) throws IOException {
    Map<Sex, Double> limits = new EnumMap<>(Sex.class);
    String source = "";
    for (CsvTable.Row row : CsvTable.read(in).rows()) {
      if (row.require("name").equals(NAME)) {
        limits.put(Sex.valueOf(row.require("sex")), Double.valueOf(row.require("value")));
        source = row.require("source");
      }
    }
    Double female = limits.get(Sex.F);
    Double male = limits.get(Sex.M);
    if (female == null || male == null) {
      throw new IOException("the thresholds have one waist for F and one for M");
    }
    return new WaistLimits(female, male, source);
  }

  /** The limit for this sex, in cm. */
  public double of(Sex sex) {
    return switch (sex) {
      case F -> femaleCm;
      case M -> maleCm;
    };
  }
}
