package health.lifelong.profile.record.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.common.v1.Purpose;
import health.lifelong.profile.kit.Planted;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.ConsentDecision.Decision;
import health.lifelong.profile.v1.ExportRecordRequest;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.Withheld;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Taking the record along: as own access shows it, after a strong sign-in, audited as an export.
 */
@QuarkusTest
class ExportRecordTest extends ServiceTest {

  @Test
  void theExportIsWhatOwnAccessShowsAndSaysWhatConsentKeepsBack() {
    String person = Planted.person(profile, "가져갈말");

    GetRecordResponse shut = export(Tokens.person(person), person);
    profile.decide(
        person,
        Category.CATEGORY_GENETIC_REPORT,
        Purpose.PURPOSE_OWN_ACCESS,
        "institute",
        Decision.DECISION_GRANT);
    GetRecordResponse open = export(Tokens.person(person), person);

    assertThat(shut.getGenomesList()).isEmpty();
    assertThat(shut.getWithheldList())
        .extracting(Withheld::getCategory)
        .containsExactly(Category.CATEGORY_GENETIC_REPORT);
    assertThat(open.getGenomesCount()).isEqualTo(1);
    assertThat(open.getGenomes(0).getGenome().getBlocksList()).isEmpty();
    assertThat(open.getWithheldList()).isEmpty();
    assertThat(open.getCheckupsList())
        .isNotEmpty()
        .isEqualTo(profile.own(person).getCheckupsList());
    assertThat(open.getLifestyleDaysList()).isNotEmpty();
  }

  @Test
  void eachExportIsOneRecordOfTheAuditLogAndNoLook() {
    String person = Planted.person(profile, "말");
    long looks = audited(person, "record.read");

    export(Tokens.person(person), person);

    assertThat(audited(person, "record.export")).isEqualTo(1);
    assertThat(audited(person, "record.read")).isEqualTo(looks);
  }

  @Test
  void nobodyElseTakesItAlongAndTheTryOfAnotherPersonIsRemembered() {
    String person = Planted.person(profile, "말");
    String other = Planted.person(profile, "다른말");

    assertThat(refusal(Tokens.person(other), person)).isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(refusal(Tokens.person(other), UUID.randomUUID().toString()))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    for (String token :
        new String[] {
          Tokens.proxy(person),
          Tokens.clinician("dr-1", "seoul"),
          Tokens.centre("seoul"),
          Tokens.operator(),
          Tokens.analytics()
        }) {
      assertThat(refusal(token, person)).isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
    }
    assertThat(refusal(Tokens.person(person, Map.of("acr", "1")), person))
        .isEqualTo(ErrorReason.ERROR_REASON_STEP_UP_NEEDED);
    assertThat(
            query(
                "SELECT rule FROM access_event WHERE person_id = $1 AND action = 'record.export'",
                row -> row.getString(0),
                UUID.fromString(person)))
        .containsExactly("subject:other_person");
  }

  private GetRecordResponse export(String token, String person) {
    return profile
        .records(token)
        .exportRecord(ExportRecordRequest.newBuilder().setPersonId(person).build())
        .getRecord();
  }

  private ErrorReason refusal(String token, String person) {
    return reason(catchThrowable(() -> export(token, person)));
  }

  private long audited(String person, String action) {
    return query(
            "SELECT count(*) FROM access_event WHERE person_id = $1 AND action = $2",
            row -> row.getLong(0),
            UUID.fromString(person),
            action)
        .getFirst();
  }
}
