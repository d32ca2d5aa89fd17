package health.lifelong.analytics.ledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.record.client.RecordMapper;
import health.lifelong.common.v1.Coding;
import health.lifelong.common.v1.EffectiveTime;
import health.lifelong.common.v1.Quantity;
import health.lifelong.common.v1.SexAtBirth;
import health.lifelong.profile.v1.Checkup;
import health.lifelong.profile.v1.CheckupView;
import health.lifelong.profile.v1.Document;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.Observation;
import health.lifelong.profile.v1.ObservationStatus;
import health.lifelong.profile.v1.PersonSummary;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeptFormTest {
  private static final GetRecordResponse ANSWER =
      GetRecordResponse.newBuilder()
          .setRevision(4)
          .setPerson(
              PersonSummary.newBuilder()
                  .setPersonId("p")
                  .setName("NAME")
                  .setSexAtBirth(SexAtBirth.SEX_AT_BIRTH_FEMALE)
                  .setBirthDate("1980-02-29"))
          .addCheckups(
              CheckupView.newBuilder()
                  .setCheckupId("c")
                  .setCentre("seoul")
                  .setCheckup(
                      Checkup.newBuilder()
                          .setEffectiveTime(EffectiveTime.newBuilder().setStartMicros(7))
                          .addDocuments(Document.newBuilder().setText("DOCUMENT"))
                          .addObservations(
                              Observation.newBuilder()
                                  .setItemCode("CREAT")
                                  .setStatus(ObservationStatus.OBSERVATION_STATUS_FINAL)
                                  .setQuantity(
                                      Quantity.newBuilder().setValue("0.90").setUnit("mg/dL"))
                                  .setRawCode(Coding.newBuilder().setDisplay("RAW"))
                                  .setRawValue("RAW")
                                  .setPosition("RAW")
                                  .setReferenceRange("RAW")
                                  .setMethod("enzymatic")
                                  .setSourceKey("k"))))
          .build();

  @Test
  void whatIsKeptIsReadAsTheAnswerItselfIsRead() {
    assertThat(RecordMapper.record(KeptForm.read(KeptForm.bytes(ANSWER))))
        .isEqualTo(RecordMapper.record(ANSWER));
  }

  @Test
  void namesDocumentsAndTheSendersOwnWordsAreNotKept() {
    assertThat(new String(KeptForm.bytes(ANSWER), StandardCharsets.UTF_8))
        .contains("CREAT", "0.90", "enzymatic")
        .doesNotContain("NAME", "DOCUMENT", "RAW");
  }
}
