package health.lifelong.analytics.discordance;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.discordance.algorithm.DiscordanceList;
import health.lifelong.analytics.discordance.domain.Discordance;
import health.lifelong.analytics.discordance.domain.Discordance.Kind;
import health.lifelong.analytics.discordance.domain.Limits;
import health.lifelong.analytics.discordance.domain.Side;
import health.lifelong.analytics.discordance.domain.Side.Source;
import health.lifelong.analytics.discordance.domain.Signals;
import health.lifelong.analytics.history.domain.Drinking;
import health.lifelong.analytics.history.domain.Reading;
import health.lifelong.analytics.history.domain.Smoking;
import health.lifelong.analytics.history.domain.Smoking.Status;
import health.lifelong.analytics.record.domain.Value.Comparator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contradictions are planted one by one and together; every one is found, and no other. */
class DiscordanceListTest {
  private static final long SEED = 20261129;
  private static final LocalDate DAY = LocalDate.parse("2025-05-12");

  private static Limits limits() {
    return new Limits(
        200,
        Map.of(
            "GGT", new Limits.Range(11.0, 63.0),
            "LDL", new Limits.Range(null, 129.0)),
        90.0,
        18.5,
        23,
        126,
        100,
        6.5,
        5.7,
        5000,
        105,
        140,
        135,
        1);
  }

  /** A record in which the parts can be set one by one. */
  private static final class Plot {
    final List<Smoking.Told> smoking = new ArrayList<>();
    final List<Side> smokingAmounts = new ArrayList<>();
    final List<Drinking> drinking = new ArrayList<>();
    final List<Side> alcoholAmounts = new ArrayList<>();
    final List<Side> abstaining = new ArrayList<>();
    final Map<String, Reading> latest = new HashMap<>();
    Signals.@Nullable DeviceMean steps;
    Signals.@Nullable DeviceMean home;
    @Nullable LocalDate active;
    @Nullable LocalDate noDiabetes;
    @Nullable LocalDate noPressure;
    final List<Side> medicines = new ArrayList<>();
    final List<Side> groups = new ArrayList<>();
    final List<Signals.Inherited> inherited = new ArrayList<>();
    @Nullable Side gene;
    final List<Signals.MedicineGene> medicineGenes = new ArrayList<>();

    /** Everything there, and everything fits. */
    Plot() {
      smoking.add(new Smoking.Told(Status.HAS_NOT_SMOKED, DAY.minusYears(1)));
      smoking.add(new Smoking.Told(Status.HAS_NOT_SMOKED, DAY));
      drinking.add(new Drinking.Abstains(DAY, "ALC_FREQ"));
      abstaining.add(told("ALC_FREQ", "0"));
      reading("GGT", 30);
      reading("BMI", 22);
      reading("WAIST", 80);
      reading("WEIGHT", 63.58);
      reading("HEIGHT", 170);
      reading("GLU_F", 92);
      reading("HBA1C", 5.4);
      reading("SBP", 118);
      reading("LDL", 110);
      steps = new Signals.DeviceMean(9000, DAY.plusDays(5));
      home = new Signals.DeviceMean(117, DAY.plusDays(5));
      active = DAY;
      noDiabetes = DAY;
      noPressure = DAY;
      groups.add(new Side(Source.MEASURED, "ABO", "A", "", DAY.minusYears(1)));
      groups.add(new Side(Source.MEASURED, "ABO", "A", "", DAY));
      groups.add(new Side(Source.MEASURED, "RH", "P", "", DAY));
    }

    void reading(String item, double value) {
      reading(item, value, DAY);
    }

    void reading(String item, double value, LocalDate date) {
      latest.put(
          item,
          new Reading(
              item, value, "" + value, "x", Comparator.EQUAL, date, "v", "seoul", "", false));
    }

    void plant(Kind kind) {
      switch (kind) {
        case SMOKING_HISTORY ->
            smoking.addFirst(new Smoking.Told(Status.FORMER, DAY.minusYears(3)));
        case SMOKING_AMOUNT -> smokingAmounts.add(told("SMK_PACKYR", "12"));
        case ALCOHOL_ANSWERS -> alcoholAmounts.add(told("ALC_QTY", "3"));
        case ALCOHOL_GGT -> reading("GGT", 140);
        case ACTIVITY_STEPS -> steps = new Signals.DeviceMean(2500, DAY.plusDays(5));
        case BMI_WAIST -> reading("WAIST", 94);
        case BMI_WEIGHT -> reading("WEIGHT", 80);
        case PRESSURE_HOME -> home = new Signals.DeviceMean(146, DAY.plusDays(5));
        case GLUCOSE_HBA1C -> reading("HBA1C", 7.1);
        case DIABETES_MEDICINE -> medicines.add(new Side(Source.LISTED, kind.name(), "", "", DAY));
        case PRESSURE_MEDICINE -> medicines.add(new Side(Source.LISTED, kind.name(), "", "", DAY));
        case BLOOD_GROUP -> groups.add(new Side(Source.MEASURED, "RH", "N", "", DAY.plusDays(1)));
        case ALCOHOL_GENE -> {
          drinking.add(new Drinking.Grams(150, 200, DAY.plusDays(1), "ALC_GWK"));
          gene = new Side(Source.INHERITED, "ALDH2 rs671", "AA", "", null);
        }
        case INHERITED_MEASURED ->
            inherited.add(
                new Signals.Inherited(
                    new Side(Source.INHERITED, "score", "high", "", null), "LDL", true));
        case MEDICINE_GENE ->
            medicineGenes.add(
                new Signals.MedicineGene(
                    new Side(Source.LISTED, "clopidogrel", "", "", DAY),
                    new Side(Source.INHERITED, "CYP2C19", "*2/*2", "", null)));
      }
    }

    Signals signals() {
      return new Signals(
          smoking,
          smokingAmounts,
          drinking,
          alcoholAmounts,
          abstaining,
          latest,
          steps,
          home,
          active,
          noDiabetes,
          noPressure,
          medicines,
          groups,
          inherited,
          gene,
          medicineGenes);
    }
  }

  private static Side told(String subject, String value) {
    return new Side(Source.TOLD, subject, value, "", DAY);
  }

  private static List<Discordance> found(Plot plot) {
    return DiscordanceList.of(plot.signals(), limits());
  }

  private static List<Kind> kinds(Plot plot) {
    return found(plot).stream().map(Discordance::kind).toList();
  }

  @Test
  void aRecordThatFitsHasNone() {
    assertThat(found(new Plot())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void eachPlantedContradictionIsFoundAlone(Kind kind) {
    Plot plot = new Plot();
    plot.plant(kind);

    assertThat(kinds(plot)).containsExactly(kind);
  }

  @Test
  void allPlantedContradictionsAreReportedInAnyCombination() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      Set<Kind> planted = EnumSet.noneOf(Kind.class);
      Plot plot = new Plot();
      for (Kind kind : Kind.values()) {
        if (random.nextInt(3) == 0) {
          planted.add(kind);
          plot.plant(kind);
        }
      }
      if (planted.contains(Kind.ALCOHOL_GENE)) {
        // The newest answer is then "drinks", which goes with a raised gamma-GT.
        planted.remove(Kind.ALCOHOL_GGT);
      }
      assertThat(kinds(plot)).containsExactlyElementsOf(planted);
    }
  }

  @Test
  void measuredCountsOverToldOverInherited() {
    Plot plot = new Plot();
    plot.plant(Kind.ALCOHOL_GGT);
    plot.plant(Kind.INHERITED_MEASURED);
    plot.plant(Kind.ACTIVITY_STEPS);

    for (Discordance one : found(plot)) {
      assertThat(one.counts()).isTrue();
      assertThat(one.sides().getFirst().source()).isGreaterThan(one.sides().getLast().source());
    }
  }

  @Test
  void sidesOfDifferentTimesAreNotCompared() {
    Plot plot = new Plot();
    plot.reading("GGT", 140, DAY.minusYears(2));
    plot.reading("WAIST", 94, DAY.minusYears(2));
    plot.reading("HBA1C", 7.1, DAY.minusYears(2));
    plot.steps = new Signals.DeviceMean(2500, DAY.minusYears(2));
    plot.home = new Signals.DeviceMean(146, DAY.minusYears(2));
    plot.medicines.add(new Side(Source.LISTED, "DIABETES_MEDICINE", "", "", DAY.minusYears(2)));

    assertThat(found(plot)).isEmpty();
  }

  @Test
  void boundsAndValuesAtTheLimitAreNoContradiction() {
    Plot plot = new Plot();
    plot.reading("GGT", 63);
    plot.latest.put(
        "HBA1C",
        new Reading("HBA1C", 7, "7", "%", Comparator.GREATER, DAY, "v", "seoul", "", false));
    plot.steps = new Signals.DeviceMean(5000, DAY);

    assertThat(found(plot)).isEmpty();
  }

  @Test
  void smokingThatBeginsOrEndsLaterIsNoContradiction() {
    Plot plot = new Plot();
    plot.smoking.add(new Smoking.Told(Status.CURRENT, DAY.plusYears(1)));
    plot.smoking.add(new Smoking.Told(Status.FORMER, DAY.plusYears(2)));

    assertThat(found(plot)).isEmpty();
  }

  @Test
  void bothDirectionsOfGlucoseAndOfHomePressureAreFound() {
    Plot plot = new Plot();
    plot.reading("GLU_F", 131);
    plot.reading("SBP", 152);

    assertThat(kinds(plot)).containsExactly(Kind.PRESSURE_HOME, Kind.GLUCOSE_HBA1C);
  }
}
