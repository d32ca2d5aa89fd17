package health.lifelong.profile.record.grpc;

import static health.lifelong.profile.kit.Entries.as;
import static health.lifelong.profile.kit.Entries.chart;
import static health.lifelong.profile.kit.Entries.entry;
import static health.lifelong.profile.kit.Entries.person;
import static health.lifelong.profile.kit.Entries.unmapped;
import static health.lifelong.profile.kit.Entries.value;
import static health.lifelong.profile.kit.Entries.visit;
import static health.lifelong.profile.kit.Entries.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.common.v1.SexAtBirth;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.kit.Entries;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.v1.Checkup;
import health.lifelong.profile.v1.ClinicalStatement;
import health.lifelong.profile.v1.Document;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.ListState;
import health.lifelong.profile.v1.Observation;
import health.lifelong.profile.v1.ObservationStatus;
import health.lifelong.profile.v1.PersonReference;
import health.lifelong.profile.v1.RecordEntry;
import health.lifelong.profile.v1.RecordResult;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecordServiceTest extends ServiceTest {
  private final PersonReference somebody = person("seoul", chart(UUID.randomUUID().toString()));

  @Test
  void writesACheckupAndReadsItBackAsItWasSent() {
    Checkup sent =
        visit(
                "acc-1",
                value("GLU_F", "98.0", "mg/dL"),
                value("HBA1C", "5.60", "%"),
                unmapped("X-99", "약양성"))
            .toBuilder()
            .addStatements(
                ClinicalStatement.newBuilder()
                    .setKind(ClinicalStatement.Kind.KIND_CONDITION)
                    .addCodes(
                        Entries.value("X", "1", "1").getRawCode().toBuilder()
                            .setSystem("KCD/ICD-10")
                            .setCode("I10"))
                    .setText("고혈압")
                    .setStatus("active")
                    .setSourceKey("acc-1/dx1")
                    .setPosition("DG1[1]"))
            .addLists(
                ListState.newBuilder()
                    .setKind(ClinicalStatement.Kind.KIND_CONDITION)
                    .setComplete(true))
            .addDocuments(
                Document.newBuilder()
                    .setKind("report")
                    .setTitle("종합소견")
                    .setText("양호")
                    .setSourceKey("acc-1/doc1"))
            .build();

    RecordResult result = profile.write(entry(somebody, sent));
    GetRecordResponse read = profile.own(result.getPersonId());

    assertThat(result.getCreated()).isEqualTo(5);
    assertThat(result.getPersonCreated()).isTrue();
    assertThat(result.getRevision()).isEqualTo(1);
    assertThat(read.getRevision()).isEqualTo(1);
    assertThat(read.getPerson().getName()).isEqualTo("김하늘");
    assertThat(read.getPerson().getBirthDate()).isEqualTo("1980-02-29");
    assertThat(read.getPerson().getSexAtBirth()).isEqualTo(SexAtBirth.SEX_AT_BIRTH_FEMALE);
    assertThat(read.getPerson().getState()).isEqualTo("identified");
    assertThat(read.getSomeResultsHeld()).isTrue();
    Checkup shown = read.getCheckups(0).getCheckup();
    assertThat(read.getCheckups(0).getCentre()).isEqualTo("seoul");
    assertThat(shown.getSourceKey()).isEqualTo("acc-1");
    assertThat(shown.getObservationsList())
        .map(o -> o.toBuilder().setSourceKey("").build())
        .containsExactly(
            value("GLU_F", "98.0", "mg/dL").toBuilder().setSourceKey("").build(),
            value("HBA1C", "5.60", "%").toBuilder().setSourceKey("").build());
    assertThat(shown.getStatementsList()).isEqualTo(sent.getStatementsList());
    assertThat(shown.getListsList()).isEqualTo(sent.getListsList());
    assertThat(shown.getDocumentsList()).isEqualTo(sent.getDocumentsList());
  }

  @Test
  void theSameDeliveryAgainChangesNothing() {
    RecordEntry entry =
        entry(somebody, visit("acc-2", value("GLU_F", "98", "mg/dL"), value("ALT", "21", "U/L")));
    RecordResult first = profile.write(entry);
    GetRecordResponse before = profile.own(first.getPersonId());

    RecordResult second = profile.write(entry);

    assertThat(second.getUnchanged()).isEqualTo(2);
    assertThat(second.getCreated() + second.getSuperseded() + second.getStale()).isZero();
    assertThat(second.getRevision()).isZero();
    assertThat(second.getPersonCreated()).isFalse();
    assertThat(profile.own(first.getPersonId())).isEqualTo(before);
  }

  @Test
  void aCorrectionSupersedesAndKeepsTheEarlierValue() {
    RecordResult first =
        profile.write(entry(somebody, visit("acc-3", value("GLU_F", "98", "mg/dL"))));
    Observation corrected =
        as(value("GLU_F", "89", "mg/dL"), ObservationStatus.OBSERVATION_STATUS_CORRECTED);

    RecordResult second = profile.write(entry(somebody, visit("acc-3", corrected)));

    assertThat(second.getSuperseded()).isEqualTo(1);
    assertThat(second.getRevision()).isEqualTo(2);
    assertThat(current(first.getPersonId())).containsExactly("89");
    assertThat(history(first.getPersonId())).containsExactly("98/1");
  }

  @Test
  void aCorrectionThatCameBeforeItsOriginalStays() {
    Observation corrected =
        as(value("GLU_F", "89", "mg/dL"), ObservationStatus.OBSERVATION_STATUS_CORRECTED);
    String id = profile.write(entry(somebody, visit("acc-4", corrected))).getPersonId();
    RecordEntry original = entry(somebody, visit("acc-4", value("GLU_F", "98", "mg/dL")));

    assertThat(profile.write(original).getStale()).isEqualTo(1);
    assertThat(profile.write(original).getRevision()).isZero();
    assertThat(current(id)).containsExactly("89");
    assertThat(history(id)).containsExactly("98/3");
  }

  @Test
  void aWithdrawnValueIsGoneButKeptInTheHistoryAndItsOriginalCannotComeBack() {
    RecordEntry original = entry(somebody, visit("acc-5", value("GLU_F", "98", "mg/dL")));
    String id = profile.write(original).getPersonId();

    assertThat(profile.write(entry(somebody, visit("acc-5", withdrawn("GLU_F")))).getWithdrawn())
        .isEqualTo(1);
    assertThat(profile.write(original).getStale()).isEqualTo(1);
    assertThat(current(id)).isEmpty();
    assertThat(history(id)).contains("98/2");

    assertThat(
            profile
                .write(entry(somebody, visit("acc-5", value("GLU_F", "97", "mg/dL"))))
                .getCreated())
        .isEqualTo(1);
    assertThat(current(id)).containsExactly("97");
  }

  @Test
  void aWithdrawalThatFindsNothingSaysWhere() {
    RecordResult result = profile.write(entry(somebody, visit("acc-6", withdrawn("GLU_F"))));

    assertThat(result.getTargetsUnknownList()).containsExactly("OBX[7]");
    assertThat(result.getWithdrawn()).isZero();
    assertThat(profile.own(result.getPersonId()).getCheckupsList()).isEmpty();
  }

  @Test
  void anyOrderAndNumberOfReDeliveriesEndsInOneState() {
    long seed = System.nanoTime();
    System.out.println("re-delivery seed " + seed);
    Random random = new Random(seed);
    List<RecordEntry> deliveries = new ArrayList<>();
    ObservationStatus[] statuses = {
      ObservationStatus.OBSERVATION_STATUS_PRELIMINARY,
      ObservationStatus.OBSERVATION_STATUS_FINAL,
      ObservationStatus.OBSERVATION_STATUS_CORRECTED
    };
    for (int i = 0; i < 12; i++) {
      Observation version =
          as(value("GLU_F", Integer.toString(80 + i), "mg/dL"), statuses[random.nextInt(3)]);
      deliveries.add(entry(somebody, "receipt-" + seed + "-" + i, visit("acc-7", version)));
    }
    String id = "";
    for (RecordEntry delivery : deliveries) {
      id = profile.write(delivery).getPersonId();
    }
    GetRecordResponse before = profile.own(id);
    List<String> historyBefore = history(id);

    for (int round = 0; round < 5; round++) {
      Collections.shuffle(deliveries, random);
      profile.write(deliveries);
      deliveries.forEach(profile::write);
    }

    assertThat(profile.own(id)).isEqualTo(before);
    assertThat(history(id)).containsExactlyInAnyOrderElementsOf(historyBefore);
  }

  @Test
  void aValueThatStandsTwiceInOneEntryCountsOnce() {
    RecordEntry twice =
        entry(
            somebody, visit("acc-8", value("GLU_F", "98", "mg/dL"), value("GLU_F", "99", "mg/dL")));

    RecordResult first = profile.write(twice);
    RecordResult again = profile.write(twice);

    assertThat(first.getCreated()).isEqualTo(1);
    assertThat(first.getStale()).isEqualTo(1);
    assertThat(again.getRevision()).isZero();
    assertThat(current(first.getPersonId())).containsExactly("99");
  }

  @Test
  void oneBadEntryLeavesNothingOfTheBatch() {
    PersonReference other = person("seoul", chart(UUID.randomUUID().toString()));
    RecordEntry good = entry(other, visit("acc-9", value("GLU_F", "98", "mg/dL")));
    RecordEntry unknownPerson =
        entry(
            Entries.byId(UUID.randomUUID().toString()),
            visit("acc-9", value("GLU_F", "98", "mg/dL")));

    assertThatThrownBy(() -> profile.write(List.of(good, unknownPerson)))
        .satisfies(e -> assertThat(reason(e)).isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND));
    assertThat(profile.write(good).getPersonCreated()).isTrue();
  }

  @Test
  void aBadFieldIsRefusedWithItsEntryAndName() {
    Observation both =
        value("GLU_F", "98", "mg/dL").toBuilder()
            .setUnmappedReason(
                health.lifelong.profile.v1.UnmappedReason.UNMAPPED_REASON_UNIT_UNKNOWN)
            .build();
    RecordEntry good = entry(somebody, visit("acc-10", value("GLU_F", "98", "mg/dL")));

    assertThatThrownBy(() -> profile.write(List.of(good, entry(somebody, visit("acc-10", both)))))
        .satisfies(
            e -> {
              LifelongException refused = LifelongException.from(e);
              assertThat(refused.reason()).isEqualTo(ErrorReason.ERROR_REASON_ARGUMENT_INVALID);
              assertThat(refused.metadata())
                  .containsEntry("entry", "1")
                  .containsEntry("field", "observations.unmapped_reason");
            });
  }

  @Test
  void aNumberThatIsNoNumberIsRefused() {
    for (String bad : List.of("", "NaN", "12,5", "1e999999", "7".repeat(65))) {
      assertThatThrownBy(
              () -> profile.write(entry(somebody, visit("acc-11", value("GLU_F", bad, "mg/dL")))))
          .as(bad)
          .satisfies(
              e -> assertThat(reason(e)).isEqualTo(ErrorReason.ERROR_REASON_ARGUMENT_INVALID));
    }
  }

  @Test
  void moreThanTheLimitIsRefused() {
    List<RecordEntry> many = Collections.nCopies(501, entry(somebody, visit("acc-12")));

    assertThatThrownBy(() -> profile.write(many))
        .satisfies(e -> assertThat(reason(e)).isEqualTo(ErrorReason.ERROR_REASON_TOO_LARGE));
  }

  private List<String> current(String personId) {
    return profile.own(personId).getCheckupsList().stream()
        .flatMap(c -> c.getCheckup().getObservationsList().stream())
        .map(o -> o.getQuantity().getValue())
        .toList();
  }

  private List<String> history(String personId) {
    return query(
        "SELECT value || '/' || reason AS v FROM observation_history WHERE person_id = $1 AND value IS NOT NULL",
        row -> row.getString("v"),
        UUID.fromString(personId));
  }
}
