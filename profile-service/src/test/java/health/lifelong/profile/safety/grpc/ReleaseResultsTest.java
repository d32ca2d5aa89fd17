package health.lifelong.profile.safety.grpc;

import static health.lifelong.profile.kit.Entries.chart;
import static health.lifelong.profile.kit.Entries.entry;
import static health.lifelong.profile.kit.Entries.member;
import static health.lifelong.profile.kit.Entries.person;
import static health.lifelong.profile.kit.Entries.value;
import static health.lifelong.profile.kit.Entries.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.Document;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.Observation;
import health.lifelong.profile.v1.ReleaseResultsRequest;
import health.lifelong.profile.v1.ReleaseResultsResponse;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReleaseResultsTest extends SafetyTest {
  private final String other = "centre-" + UUID.randomUUID();
  private String somebody = "";

  @BeforeEach
  void twoCentresHoldResultsOfSomebody() {
    Document tissue =
        Document.newBuilder()
            .setKind("pathology")
            .setTitle("biopsy")
            .setText("benign")
            .setSourceKey("d")
            .build();
    somebody =
        profile
            .write(
                entry(
                    person(centre, chart(chart), member(chart)),
                    visit("a", potassium("7.2"), value("GLU_F", "98", "mg/dL")).toBuilder()
                        .addDocuments(tissue)
                        .build()))
            .getPersonId();
    profile.write(
        entry(
            person(centre, chart(chart)),
            visit("b", value("CEA", "9.1", "ng/mL").toBuilder().setSourceKey("b/CEA").build())));
    profile.write(entry(person(other, member(chart)), visit("c", value("AFP", "9", "ng/mL"))));
  }

  @Test
  void thePersonSeesWhatTheCentreReleasedAndNothingOfAnotherOne() {
    GetRecordResponse before = profile.own(somebody);
    assertThat(items(before)).containsExactly("GLU_F");
    assertThat(before.getSomeResultsHeld()).isTrue();

    ReleaseResultsResponse released = release(Tokens.centre(centre), "");

    GetRecordResponse after = profile.own(somebody);
    assertThat(released.getReleased()).isEqualTo(3);
    assertThat(items(after)).containsExactlyInAnyOrder("GLU_F", "K", "CEA");
    assertThat(after.getCheckupsList())
        .flatMap(c -> c.getCheckup().getDocumentsList())
        .extracting(Document::getTitle)
        .containsExactly("biopsy");
    assertThat(after.getSomeResultsHeld()).as("the other centre's tumour marker waits").isTrue();
    assertThat(after.getRevision())
        .isEqualTo(before.getRevision() + 1)
        .isEqualTo(released.getRevision());
    assertThat(feed()).endsWith((short) 5);
  }

  @Test
  void oneVisitIsReleasedByItsIdAndAgainChangesNothing() {
    String visit =
        profile
            .read(
                Tokens.centre(centre),
                somebody,
                health.lifelong.common.v1.Purpose.PURPOSE_ORIGIN_CENTRE)
            .getCheckupsList()
            .stream()
            .filter(c -> c.getCheckup().getObservationsList().stream().anyMatch(this::isPotassium))
            .findFirst()
            .orElseThrow()
            .getCheckupId();

    ReleaseResultsResponse released = release(Tokens.clinician("dr-1", centre), visit);
    ReleaseResultsResponse again = release(Tokens.clinician("dr-1", centre), visit);

    assertThat(released.getReleased()).isEqualTo(2);
    assertThat(again.getReleased()).isZero();
    assertThat(again.getRevision()).isEqualTo(released.getRevision());
    assertThat(items(profile.own(somebody))).containsExactlyInAnyOrder("GLU_F", "K");
    assertThat(audited(true)).hasSize(2);
  }

  private boolean isPotassium(Observation observation) {
    return observation.getItemCode().equals("K");
  }

  @Test
  void aNewVersionWaitsForAClinicianAgain() {
    release(Tokens.centre(centre), "");
    profile.write(entry(person(centre, chart(chart)), visit("a", potassium("7.4"))));

    assertThat(items(profile.own(somebody))).doesNotContain("K");
  }

  @Test
  void nobodyElseReleasesAndAllOfThemAreAnsweredAlike() {
    StatusRuntimeException unknown =
        refused(Tokens.centre(centre), UUID.randomUUID().toString(), "");
    for (String token :
        List.of(
            Tokens.centre(other),
            Tokens.clinician("dr-9", other),
            Tokens.person(somebody),
            Tokens.operator(),
            Tokens.analytics())) {
      assertThat(StatusProto.fromThrowable(refused(token, somebody, "")))
          .isEqualTo(StatusProto.fromThrowable(unknown));
    }
    assertThat(
            StatusProto.fromThrowable(
                refused(Tokens.centre(centre), somebody, UUID.randomUUID().toString())))
        .isEqualTo(StatusProto.fromThrowable(unknown));
    assertThat(StatusProto.fromThrowable(refused(Tokens.centre(centre), "nobody", "")))
        .isEqualTo(StatusProto.fromThrowable(unknown));
    assertThat(reason(unknown)).isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(items(profile.own(somebody))).containsExactly("GLU_F");
    assertThat(audited(false)).hasSize(6);
  }

  private ReleaseResultsResponse release(String token, String checkup) {
    return release(token, somebody, checkup);
  }

  private ReleaseResultsResponse release(String token, String personId, String checkup) {
    return profile
        .safety(token)
        .releaseResults(
            ReleaseResultsRequest.newBuilder()
                .setCentre(centre)
                .setPersonId(personId)
                .setCheckupId(checkup)
                .build());
  }

  private StatusRuntimeException refused(String token, String personId, String checkup) {
    return (StatusRuntimeException) catchThrowable(() -> release(token, personId, checkup));
  }

  private List<Short> feed() {
    return query(
        "SELECT kind FROM change_feed WHERE person_id = $1 ORDER BY sequence",
        row -> row.getShort("kind"),
        UUID.fromString(somebody));
  }

  private List<String> audited(boolean permitted) {
    return query(
        "SELECT rule FROM access_event WHERE person_id = $1 AND action = 'results.release' AND permitted = $2",
        row -> row.getString("rule"),
        UUID.fromString(somebody),
        permitted);
  }

  private static List<String> items(GetRecordResponse record) {
    return record.getCheckupsList().stream()
        .flatMap(c -> c.getCheckup().getObservationsList().stream())
        .map(Observation::getItemCode)
        .toList();
  }
}
