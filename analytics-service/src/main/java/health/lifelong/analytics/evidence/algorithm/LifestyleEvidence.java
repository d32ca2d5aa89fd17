package health.lifelong.analytics.evidence.algorithm;

import health.lifelong.analytics.evidence.domain.EvidenceEstimate;
import health.lifelong.analytics.evidence.domain.EvidenceResult;
import health.lifelong.analytics.evidence.domain.EvidenceRow;
import health.lifelong.analytics.evidence.domain.EvidenceTable;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What published studies say of a person's steps, resting heart rate and alcohol, each against
 * death from any cause. Associations only; figures of different studies are never multiplied.
 */
public final class LifestyleEvidence {
  private static final String DEATH = "all-cause mortality";

  private final EvidenceTable table;
  private final DoseResponse steps;

  /** With a table that holds the studies named in this class. */
  public LifestyleEvidence(EvidenceTable table) {
    this.table = table;
    List<EvidenceRow> points =
        table.of("steps", DEATH, "Paluch 2022").stream()
            .filter(row -> row.effect() != null)
            .toList();
    this.steps =
        new DoseResponse(
            points, "{steps}/d", "3,553 steps a day, the median of the lowest quarter");
  }

  /** With the table that ships with the service. */
  public static LifestyleEvidence standard() {
    return new LifestyleEvidence(EvidenceTable.standard());
  }

  /**
   * Device-counted steps a day against death from any cause (Paluch, Lancet Public Health
   * 2022;7:e219).
   */
  public EvidenceResult steps(double stepsPerDay) {
    return steps.at(stepsPerDay);
  }

  /** In words, where the same study sees the curve level off: from this age in years. */
  public Optional<EvidenceRow> stepsPlateau(double ageYears) {
    String group = ageYears >= 60 ? "age 60" : "age under 60";
    return table.of("steps", DEATH, "Paluch 2022").stream()
        .filter(row -> row.measure().equals("note") && row.population().startsWith(group))
        .findFirst();
  }

  /**
   * Resting heart rate in beats a minute against death from any cause (Zhang, CMAJ 2016;188:E53).
   */
  public EvidenceResult restingHeartRate(double beatsPerMinute) {
    if (!(beatsPerMinute >= 25 && beatsPerMinute <= 200)) {
      return none(RefusalReason.OUT_OF_RANGE, "resting heart rate", "no resting heart rate");
    }
    if (beatsPerMinute < 60) {
      return none(
          RefusalReason.NOT_SERVED,
          "resting heart rate",
          "the study's reference: it compares others with this");
    }
    String band = beatsPerMinute <= 80 ? "60-80" : "above 80";
    return band(
        "resting heart rate", DEATH, "Zhang 2016", band, beatsPerMinute, "/min", "below 60 /min");
  }

  /**
   * Alcohol in grams of ethanol a day against death from any cause (Zhao, JAMA Netw Open
   * 2023;6:e236185), for one sex where the study prints it and else for both. Below 25 g no number
   * is given: the study sees no difference there, and drinking is never shown as a benefit.
   */
  public EvidenceResult alcohol(double gramsPerDay, @Nullable Sex sex) {
    if (!(gramsPerDay >= 0 && gramsPerDay < 1000)) {
      return none(RefusalReason.OUT_OF_RANGE, "alcohol", "no daily amount of alcohol");
    }
    if (gramsPerDay < 25) {
      return none(
          RefusalReason.NOT_SERVED,
          "alcohol",
          "no difference is shown below 25 g a day, and no benefit is ever claimed");
    }
    String band = "65 or more";
    if (gramsPerDay < 45) {
      band = "25-44";
    } else if (gramsPerDay < 65) {
      band = "45-64";
    }
    String reference = "people who never drank";
    if (sex != null) {
      String outcome = DEATH + (sex == Sex.F ? " (women)" : " (men)");
      EvidenceResult own =
          band("alcohol", outcome, "Zhao 2023", band, gramsPerDay, "g/d", reference);
      if (own instanceof EvidenceEstimate) {
        return own;
      }
    }
    return band("alcohol", DEATH, "Zhao 2023", band, gramsPerDay, "g/d", reference);
  }

  private EvidenceResult band(
      String factor,
      String outcome,
      String study,
      String band,
      double exposure,
      String unit,
      String reference) {
    for (EvidenceRow row : table.of(factor, outcome, study)) {
      Double effect = row.effect();
      if (row.exposure().equals(band) && effect != null) {
        return new EvidenceEstimate(
            factor,
            exposure,
            unit,
            reference,
            outcome,
            row.measure(),
            effect,
            row.ciLow(),
            row.ciHigh(),
            false,
            row.population(),
            row.citation(),
            row.doi());
      }
    }
    return none(RefusalReason.NOT_SERVED, factor, "no verified figure");
  }

  private static EvidenceResult none(RefusalReason reason, String factor, String detail) {
    return new EvidenceResult.NoEstimate(new Refused(reason, List.of(factor), detail, ""));
  }
}
