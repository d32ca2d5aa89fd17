package health.lifelong.profile.record.grpc;

import static health.lifelong.common.v1.Category.CATEGORY_CHECKUP;
import static health.lifelong.common.v1.Category.CATEGORY_SPECIAL;
import static health.lifelong.common.v1.Purpose.PURPOSE_HEALTH_MANAGEMENT;
import static health.lifelong.profile.kit.Entries.chart;
import static health.lifelong.profile.kit.Entries.entry;
import static health.lifelong.profile.kit.Entries.person;
import static health.lifelong.profile.kit.Entries.value;
import static health.lifelong.profile.kit.Entries.visit;
import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.ConsentDecision.Decision;
import health.lifelong.profile.v1.GetRecordRequest;
import health.lifelong.profile.v1.GetRecordResponse;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caller that knows the revision gets every decision and no contents. */
@QuarkusTest
class KnownRevisionTest extends ServiceTest {
  private final String chart = UUID.randomUUID().toString();
  private String somebody = "";

  @BeforeEach
  void somebodyIsKnown() {
    somebody = write("98");
    profile.decide(
        somebody,
        CATEGORY_CHECKUP,
        PURPOSE_HEALTH_MANAGEMENT,
        "institute",
        Decision.DECISION_GRANT);
  }

  private String write(String glucose) {
    return profile
        .write(entry(person("seoul", chart(chart)), visit("a", value("GLU_F", glucose, "mg/dL"))))
        .getPersonId();
  }

  private GetRecordResponse read(long known) {
    return profile
        .records(Tokens.analytics())
        .getRecord(
            GetRecordRequest.newBuilder()
                .setPersonId(somebody)
                .setPurpose(PURPOSE_HEALTH_MANAGEMENT)
                .addCategories(CATEGORY_CHECKUP)
                .addCategories(CATEGORY_SPECIAL)
                .setKnownRevision(known)
                .build());
  }

  @Test
  void theKnownRevisionIsDecidedAndAuditedAndSendsNoContents() {
    GetRecordResponse whole = read(0);
    assertThat(whole.getUnchanged()).isFalse();
    assertThat(whole.getCheckupsList()).hasSize(1);

    GetRecordResponse known = read(whole.getRevision());

    assertThat(known.getUnchanged()).isTrue();
    assertThat(known.getRevision()).isEqualTo(whole.getRevision());
    assertThat(known.getWithheldList()).isEqualTo(whole.getWithheldList()).hasSize(1);
    assertThat(known.getCheckupsList()).isEmpty();
    assertThat(known.getPerson().getName()).isEmpty();
    assertThat(
            query(
                "SELECT count(*) AS n FROM access_event WHERE person_id = $1 AND actor_role = 'service'"
                    + " AND action = 'record.read'",
                row -> row.getLong("n"),
                UUID.fromString(somebody)))
        .containsExactly(2L);
  }

  @Test
  void anOlderRevisionAndOneAfterAWithdrawalGetTheRecordAsItIsNow() {
    long known = read(0).getRevision();
    write("131");
    assertThat(read(known).getUnchanged()).isFalse();
    assertThat(read(known).getCheckups(0).getCheckup().getObservations(0).getQuantity().getValue())
        .isEqualTo("131");

    long later = read(0).getRevision();
    profile.decide(
        somebody,
        CATEGORY_CHECKUP,
        PURPOSE_HEALTH_MANAGEMENT,
        "institute",
        Decision.DECISION_WITHDRAW);
    GetRecordResponse withdrawn = read(later);
    assertThat(withdrawn.getUnchanged()).isFalse();
    assertThat(withdrawn.getCheckupsList()).isEmpty();
    assertThat(withdrawn.getWithheldList()).hasSize(2);
  }

  @Test
  void theAnswerTellsWhenTimeAloneChangesIt() {
    Instant end = Instant.ofEpochSecond(read(0).getValidUntilTime().getSeconds());
    assertThat(end).isAfter(Instant.now().plusSeconds(360L * 24 * 3600));

    long hold = Instant.now().plusSeconds(3600).getEpochSecond();
    query(
        "UPDATE observation SET held_until = $2 WHERE person_id = $1",
        row -> row,
        UUID.fromString(somebody),
        hold * 1_000_000);

    assertThat(read(0).getValidUntilTime().getSeconds()).isEqualTo(hold);
  }
}
