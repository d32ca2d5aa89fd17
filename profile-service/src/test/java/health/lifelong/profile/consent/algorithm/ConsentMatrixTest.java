package health.lifelong.profile.consent.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.consent.algorithm.ConsentMatrix.Need;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsentMatrixTest {
  // trust-and-privacy section 3, rows P1 to P4; columns ID CHK GENR GENX LIF SPC.
  private static final String TABLE =
      """
      P1 L L S S L L
      P2 R R R R R R
      P3 R R S N R S
      P4 L L L N N L
      """;
  private static final Map<String, Need> WORDS =
      Map.of("L", Need.LAW, "R", Need.CONSENT, "S", Need.CONSENT_AND_STEP_UP, "N", Need.NEVER);

  @Test
  void everyCellIsThatOfTheTable() {
    List<String[]> rows = TABLE.lines().map(line -> line.split(" ")).toList();
    for (Purpose purpose : Purpose.values()) {
      String[] row = rows.get(purpose.number() - 1);
      assertThat(row[0]).isEqualTo(purpose.code());
      for (Category category : Category.values()) {
        assertThat(ConsentMatrix.need(purpose, category))
            .as("%s/%s", purpose.code(), category.code())
            .isEqualTo(WORDS.get(row[category.number()]));
      }
    }
  }
}
