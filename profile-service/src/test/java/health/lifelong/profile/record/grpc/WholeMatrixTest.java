package health.lifelong.profile.record.grpc;

import static health.lifelong.profile.kit.Entries.chart;
import static health.lifelong.profile.kit.Entries.day;
import static health.lifelong.profile.kit.Entries.entry;
import static health.lifelong.profile.kit.Entries.person;
import static health.lifelong.profile.kit.Entries.value;
import static health.lifelong.profile.kit.Entries.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.common.v1.Purpose;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.ConsentDecision.Decision;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.Withheld;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The consent matrix through the public door: each cell without consent, with it, and after
 * withdrawal.
 */
@QuarkusTest
class WholeMatrixTest extends ServiceTest {

  // L open by law, S or R opened by consent only, N never.
  @ParameterizedTest
  @CsvSource({
    "OWN_ACCESS, L, L, S, S, L, L",
    "HEALTH_MANAGEMENT, R, R, R, R, R, R",
    "CARE, R, R, S, N, R, S",
    "ORIGIN_CENTRE, L, L, L, N, N, L"
  })
  void everyCellIsOpenedAsTheMatrixSays(
      String purposeName, String id, String chk, String genr, String genx, String lif, String spc) {
    String somebody =
        profile
            .write(
                entry(
                    person("seoul", chart(UUID.randomUUID().toString())),
                    visit("a", value("GLU_F", "98", "mg/dL")).toBuilder()
                        .setEffectiveTime(day(LocalDate.now(ZoneOffset.UTC).toString()))
                        .build()))
            .getPersonId();
    Purpose purpose = Purpose.valueOf("PURPOSE_" + purposeName);
    String[] cells = {id, chk, genr, genx, lif, spc};
    for (int i = 0; i < cells.length; i++) {
      Category category = Category.forNumber(i + 1);
      String cell = cells[i];
      assertThat(reason(somebody, purpose, category))
          .as("%s/%s", purpose, category)
          .isEqualTo(
              switch (cell) {
                case "L" -> "open";
                case "N" -> "not_for_purpose";
                default -> "no_consent";
              });
      if (cell.equals("L") || cell.equals("N")) {
        assertThatThrownBy(() -> decide(somebody, purpose, category, Decision.DECISION_GRANT))
            .satisfies(
                e -> assertThat(reason(e)).isEqualTo(ErrorReason.ERROR_REASON_ARGUMENT_INVALID));
        continue;
      }
      decide(somebody, purpose, category, Decision.DECISION_GRANT);
      assertThat(reason(somebody, purpose, category))
          .as("%s/%s granted", purpose, category)
          .isEqualTo("open");
      decide(somebody, purpose, category, Decision.DECISION_WITHDRAW);
      assertThat(reason(somebody, purpose, category))
          .as("%s/%s withdrawn", purpose, category)
          .isEqualTo("withdrawn");
    }
  }

  private void decide(String somebody, Purpose purpose, Category category, Decision decision) {
    profile.decide(
        somebody,
        category,
        purpose,
        purpose == Purpose.PURPOSE_CARE ? "seoul" : "institute",
        decision);
  }

  // Care with nothing open answers like an unknown person; the reason then stands in the trail
  // only.
  private String reason(String somebody, Purpose purpose, Category category) {
    try {
      GetRecordResponse answer =
          profile.read(token(somebody, purpose), somebody, purpose, category);
      return answer.getWithheldList().stream().map(Withheld::getReason).findFirst().orElse("open");
    } catch (StatusRuntimeException e) {
      assertThat(reason(e)).isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
      String rule =
          query(
                  "SELECT rule FROM access_event WHERE person_id = $1 ORDER BY sequence DESC LIMIT 1",
                  row -> row.getString(0),
                  UUID.fromString(somebody))
              .getFirst();
      if (rule.endsWith("=none")) {
        return "no_consent";
      }
      return rule.endsWith("=never") ? "not_for_purpose" : "withdrawn";
    }
  }

  private static String token(String somebody, Purpose purpose) {
    return switch (purpose) {
      case PURPOSE_OWN_ACCESS -> Tokens.person(somebody);
      case PURPOSE_HEALTH_MANAGEMENT -> Tokens.analytics();
      case PURPOSE_CARE -> Tokens.clinician("dr-1", "seoul");
      case PURPOSE_ORIGIN_CENTRE -> Tokens.centre("seoul");
      case PURPOSE_UNSPECIFIED, UNRECOGNIZED -> throw new IllegalArgumentException();
    };
  }
}
