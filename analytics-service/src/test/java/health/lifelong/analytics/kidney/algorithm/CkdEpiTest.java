package health.lifelong.analytics.kidney.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.kidney.domain.CkdEpiInputs;
import health.lifelong.analytics.kidney.domain.GfrCategory;
import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.model.domain.Situation;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CkdEpiTest {
  private static final long SEED = 8;

  private final CkdEpi model = new CkdEpi();

  @Test
  void thePublishedExampleIsReproduced() {
    Computed computed = (Computed) serve(new CkdEpiInputs(Sex.M, 81.0, 1.7));
    assertThat(computed.number("egfr_2021").orElseThrow()).isCloseTo(39.99991, within(1e-4));
    assertThat(computed.text("g_category_2021")).contains("G3b");
    assertThat(computed.conditions()).containsExactly(Exclusion.DIALYSIS);
  }

  @ParameterizedTest
  @CsvSource({
    "90, G1",
    "89.999, G2",
    "60, G2",
    "59.999, G3A",
    "45, G3A",
    "44.999, G3B",
    "30, G3B",
    "29.999, G4",
    "15, G4",
    "14.999, G5"
  })
  void aCategoryStartsAtItsLowerBound(double egfr, GfrCategory category) {
    assertThat(GfrCategory.of(egfr)).isEqualTo(category);
  }

  @Test
  void eachMissingInputIsRefused() {
    assertThat(reason(new CkdEpiInputs(null, 50.0, 1.0))).isEqualTo(RefusalReason.INPUT_MISSING);
    assertThat(reason(new CkdEpiInputs(Sex.F, null, 1.0))).isEqualTo(RefusalReason.INPUT_MISSING);
    assertThat(reason(new CkdEpiInputs(Sex.F, 50.0, null))).isEqualTo(RefusalReason.INPUT_MISSING);
  }

  @Test
  void childrenZeroCreatinineDialysisAndPregnancyAreRefused() {
    assertThat(reason(new CkdEpiInputs(Sex.F, 17.9, 1.0))).isEqualTo(RefusalReason.OUT_OF_RANGE);
    assertThat(reason(new CkdEpiInputs(Sex.F, 50.0, 0.0))).isEqualTo(RefusalReason.OUT_OF_RANGE);
    assertThat(serve(new CkdEpiInputs(Sex.F, 18.0, 1.0))).isInstanceOf(Computed.class);
    for (Exclusion exclusion : new Exclusion[] {Exclusion.DIALYSIS, Exclusion.PREGNANCY}) {
      ModelResult result =
          model.serve(
              new CkdEpiInputs(Sex.F, 50.0, 1.0), Situation.unknown().with(exclusion, true));
      assertThat(((Refused) result).reason()).isEqualTo(RefusalReason.POPULATION);
    }
  }

  @Test
  void filtrationFallsWithCreatinineAndWithAge() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      Sex sex = random.nextBoolean() ? Sex.F : Sex.M;
      double age = 18 + 80 * random.nextDouble();
      double creatinine = 0.2 + 8 * random.nextDouble();
      double egfr = CkdEpi.egfr2021(sex, age, creatinine);
      assertThat(CkdEpi.egfr2021(sex, age, creatinine * 1.01)).isLessThan(egfr);
      assertThat(CkdEpi.egfr2021(sex, age + 1, creatinine)).isLessThan(egfr);
    }
  }

  private ModelResult serve(CkdEpiInputs inputs) {
    return model.serve(inputs, Situation.unknown());
  }

  private RefusalReason reason(CkdEpiInputs inputs) {
    return ((Refused) serve(inputs)).reason();
  }
}
