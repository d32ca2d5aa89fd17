package health.lifelong.analytics.population.algorithm;

import health.lifelong.analytics.catalogue.algorithm.ModelCatalogue;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.population.domain.Agreement;
import health.lifelong.analytics.population.domain.FollowUp;
import health.lifelong.analytics.population.domain.ScoreStudy;
import health.lifelong.analytics.population.domain.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The scores that we serve against death within ten years in persons of 30 years and over, each
 * beside age alone in the same persons. The two studies over the analysis sets of BioAge are the
 * anchors of the reference.
 */
public final class MortalityStudies {
  private static final double HORIZON_MONTHS = 120;
  private static final double YOUNGEST = 30;
  private static final String SERVED = "everyone to whom the number may be shown";
  private static final String BIOAGE = "analysis set of BioAge, whether or not shown";

  /** Where the calibrated probability of a score comes from. */
  private enum Probability {
    OWN("the model's own 10-year probability of death, which is never shown"),
    READ_AS_AGE("the score read as an age: the risk of persons of the same sex at that age"),
    NONE("");

    private final String words;

    Probability(String words) {
      this.words = words;
    }
  }

  /** One study while its persons are gathered. */
  private record Study(
      String id,
      String title,
      String cohort,
      Probability probability,
      Function<Subject, Optional<Double>> score,
      @Nullable Formula own,
      Followed persons) {}

  /** One number beside the packaged one, while persons are gathered. */
  private static final class Comparison {
    private final String column;
    private final Formula formula;
    private final Predicate<Subject> packaged;
    private int both;
    private int onlyComputed;
    private int onlyPackaged;
    private double largest;

    private Comparison(String column, Formula formula, Predicate<Subject> packaged) {
      this.column = column;
      this.formula = formula;
      this.packaged = packaged;
    }

    private void add(Subject person) {
      Optional<Double> theirs = Cells.number(person.row(), column);
      Optional<Double> ours =
          packaged.test(person) ? formula.evaluated(person.inputs()) : Optional.empty();
      if (theirs.isPresent() && ours.isPresent()) {
        both++;
        largest = StrictMath.max(largest, StrictMath.abs(theirs.get() - ours.get()));
      } else if (theirs.isPresent()) {
        onlyPackaged++;
      } else if (ours.isPresent()) {
        onlyComputed++;
      }
    }
  }

  private final List<Study> studies = new ArrayList<>();
  private final List<Comparison> comparisons = new ArrayList<>();

  /** With the models of a catalogue. */
  public MortalityStudies(ModelCatalogue catalogue) {
    Model phenoAge = catalogue.byId("phenoage").orElseThrow();
    Model klemeraDoubal = catalogue.byId("kdm_biological_age").orElseThrow();
    Formula variant = Formula.of(phenoAge, "phenoage_ln1p_crp", Map.of());
    Formula published = Formula.of(phenoAge, "phenoage_ln_crp", Map.of());
    Formula levine = Formula.of(klemeraDoubal, "kdm_age", Map.of("parameter_set", "levine2013"));
    Formula bioage12 = Formula.of(klemeraDoubal, "kdm_age", Map.of("parameter_set", "bioage12"));
    Formula filtration = Formula.of(catalogue.byId("ckd_epi").orElseThrow(), "egfr_2021", Map.of());
    study(
        "phenoage_ln1p_crp_anchor",
        "PhenoAge with ln(1 + CRP)",
        BIOAGE,
        Probability.OWN,
        evaluated(variant, Nhanes::inPhenoAgeSet),
        Formula.of(phenoAge, "mortality_10y_ln1p_crp", Map.of()));
    study(
        "kdm_levine2013_anchor",
        "Klemera-Doubal age, levine2013",
        BIOAGE,
        Probability.READ_AS_AGE,
        evaluated(levine, Nhanes::inKlemeraDoubalSet),
        null);
    study(
        "phenoage_ln_crp_served",
        "PhenoAge with ln(CRP), the form that is served",
        SERVED,
        Probability.OWN,
        served(published),
        Formula.of(phenoAge, "mortality_10y_ln_crp", Map.of()));
    study(
        "kdm_levine2013_served",
        "Klemera-Doubal age, levine2013",
        SERVED,
        Probability.READ_AS_AGE,
        served(levine),
        null);
    study(
        "kdm_bioage12_served",
        "Klemera-Doubal age, bioage12",
        SERVED,
        Probability.READ_AS_AGE,
        served(bioage12),
        null);
    study(
        "egfr_2021_served",
        "eGFR (CKD-EPI 2021), lower meaning more risk",
        SERVED,
        Probability.NONE,
        person -> served(filtration).apply(person).map(egfr -> -egfr),
        null);
    comparisons.add(new Comparison("phenoage_ln1p_crp", variant, Nhanes::inPhenoAgeSet));
    comparisons.add(new Comparison("kdm_age_levine2013", levine, Nhanes::inKlemeraDoubalSet));
  }

  /** Takes one person in where there is a follow-up. */
  public void add(Subject person) {
    comparisons.forEach(comparison -> comparison.add(person));
    FollowUp followUp = person.followUp();
    Double age = person.age();
    if (followUp == null || age == null || age < YOUNGEST) {
      return;
    }
    for (Study study : studies) {
      Optional<Double> score = study.score().apply(person);
      if (score.isPresent()) {
        Formula own = study.own();
        double probability =
            own == null ? Double.NaN : own.evaluated(person.inputs()).orElse(Double.NaN);
        study
            .persons()
            .add(
                score.get(),
                age,
                probability,
                followUp.months(),
                followUp.died(),
                person.sex() == Sex.F);
      }
    }
  }

  /** The studies so far. */
  public List<ScoreStudy> studies() {
    return studies.stream().map(MortalityStudies::result).toList();
  }

  /** The computed numbers beside the packaged ones. */
  public List<Agreement> agreement() {
    return comparisons.stream()
        .map(c -> new Agreement(c.column, c.both, c.onlyComputed, c.onlyPackaged, c.largest))
        .toList();
  }

  private static ScoreStudy result(Study study) {
    Optional<Followed> calibrated =
        switch (study.probability()) {
          case OWN -> Optional.of(study.persons());
          case READ_AS_AGE -> AgeReading.of(study.persons(), HORIZON_MONTHS);
          case NONE -> Optional.empty();
        };
    return new ScoreStudy(
        study.id(),
        study.title(),
        study.cohort(),
        study.probability().words,
        AccuracyByStratum.of(
            calibrated.orElse(study.persons()), HORIZON_MONTHS, calibrated.isPresent()));
  }

  private void study(
      String id,
      String title,
      String cohort,
      Probability probability,
      Function<Subject, Optional<Double>> score,
      @Nullable Formula own) {
    studies.add(new Study(id, title, cohort, probability, score, own, new Followed()));
  }

  private static Function<Subject, Optional<Double>> evaluated(
      Formula formula, Predicate<Subject> cohort) {
    return person -> cohort.test(person) ? formula.evaluated(person.inputs()) : Optional.empty();
  }

  private static Function<Subject, Optional<Double>> served(Formula formula) {
    return person -> formula.served(person.inputs(), person.situation());
  }
}
