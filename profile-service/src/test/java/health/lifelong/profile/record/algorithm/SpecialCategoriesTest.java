package health.lifelong.profile.record.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.record.domain.Coding;
import health.lifelong.profile.record.domain.Observation;
import health.lifelong.profile.record.domain.Statement;
import health.lifelong.profile.record.domain.Value;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialCategoriesTest {
  private final SpecialCategories categories = SpecialCategories.standard();

  @ParameterizedTest
  @ValueSource(strings = {"PHQ9", "PHQ9_9", "PHQ2", "GAD7", "HIVAGAB", "RPR", "VDRL", "TPAB"})
  void mentalHealthAndSexuallyTransmittedDiseaseAreSpecial(String item) {
    assertThat(categories.of(observation(item))).isEqualTo(Category.SPECIAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GLU_F", "HBSAG", "SMK_STATUS", "AUDITC", "SBP"})
  void theRestIsCheckup(String item) {
    assertThat(categories.of(observation(item))).isEqualTo(Category.CHECKUP);
  }

  @Test
  void whatNobodyCouldMapIsTreatedAsTheStricter() {
    assertThat(categories.of(observation(null))).isEqualTo(Category.SPECIAL);
  }

  @Test
  void statementsGoByTheirCodes() {
    assertThat(categories.of(statement("KCD/ICD-10", "I10"))).isEqualTo(Category.CHECKUP);
    assertThat(categories.of(statement("KCD/ICD-10", "F32.1"))).isEqualTo(Category.SPECIAL);
    assertThat(categories.of(statement("http://hl7.org/fhir/sid/icd-10", "B20")))
        .isEqualTo(Category.SPECIAL);
    assertThat(categories.of(statement("http://www.whocc.no/atc", "N06AB04")))
        .isEqualTo(Category.SPECIAL);
    assertThat(categories.of(statement("http://www.whocc.no/atc", "C09AA02")))
        .isEqualTo(Category.CHECKUP);
    assertThat(categories.of(statement("local", "77"))).isEqualTo(Category.SPECIAL);
  }

  private static Statement statement(String system, String code) {
    return new Statement(
        UUID.randomUUID(), 1, List.of(new Coding(system, code, "")), "", "active", null, "k", "");
  }

  private static Observation observation(@Nullable String item) {
    return new Observation(
        UUID.randomUUID(),
        item,
        item == null ? Observation.Unmapped.CODE_UNKNOWN : null,
        new Value.Text("x"),
        null,
        Observation.Status.FINAL,
        Coding.NONE,
        "",
        "",
        "",
        false,
        false,
        "",
        "",
        "",
        "",
        "");
  }
}
