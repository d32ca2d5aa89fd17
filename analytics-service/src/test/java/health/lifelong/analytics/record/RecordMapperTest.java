package health.lifelong.analytics.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import health.lifelong.analytics.record.client.RecordMapper;
import health.lifelong.analytics.record.domain.BirthDate;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.record.domain.GenomeHead;
import health.lifelong.analytics.record.domain.Observation;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.analytics.record.domain.Statement;
import health.lifelong.analytics.record.domain.Value;
import health.lifelong.analytics.record.domain.Visit;
import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.EffectiveTime;
import health.lifelong.common.v1.Quantity;
import health.lifelong.common.v1.SexAtBirth;
import health.lifelong.profile.v1.AbsentReason;
import health.lifelong.profile.v1.Checkup;
import health.lifelong.profile.v1.CheckupView;
import health.lifelong.profile.v1.ClinicalStatement;
import health.lifelong.profile.v1.Genome;
import health.lifelong.profile.v1.GenomeView;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.LifestyleDay;
import health.lifelong.profile.v1.ListState;
import health.lifelong.profile.v1.ObservationStatus;
import health.lifelong.profile.v1.PersonSummary;
import health.lifelong.profile.v1.UnmappedReason;
import health.lifelong.profile.v1.Withheld;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RecordMapperTest {

  private static EffectiveTime time(String utc, int offsetMinutes) {
    return EffectiveTime.newBuilder()
        .setStartMicros(Instant.parse(utc).getEpochSecond() * 1_000_000)
        .setOffsetMinutes(offsetMinutes)
        .build();
  }

  private static health.lifelong.profile.v1.Observation.Builder hgb() {
    return health.lifelong.profile.v1.Observation.newBuilder()
        .setItemCode("HGB")
        .setQuantity(Quantity.newBuilder().setValue("14.20").setUnit("g/dL"))
        .setStatus(ObservationStatus.OBSERVATION_STATUS_FINAL)
        .setEffectiveTime(time("2025-05-11T23:30:00Z", 540));
  }

  private static PersonRecord record(Checkup.Builder checkup) {
    return RecordMapper.record(
        GetRecordResponse.newBuilder()
            .setRevision(12)
            .setPerson(
                PersonSummary.newBuilder()
                    .setPersonId("p1")
                    .setSexAtBirth(SexAtBirth.SEX_AT_BIRTH_FEMALE)
                    .setBirthDate("1980-02"))
            .addCheckups(
                CheckupView.newBuilder().setCheckupId("c1").setCentre("busan").setCheckup(checkup))
            .build());
  }

  private static Observation only(PersonRecord record) {
    return record.visits().getFirst().observations().getFirst();
  }

  @Test
  void dayIsThatOfTheSendersOwnCalendar() {
    PersonRecord record = record(Checkup.newBuilder().addObservations(hgb()));

    assertThat(only(record).date()).isEqualTo("2025-05-12");
    assertThat(record.visits().getFirst().date()).isEqualTo("2025-05-12");
    assertThat(record.revision()).isEqualTo(12);
  }

  @Test
  void heldAndImplausibleTravelAlong() {
    Observation held =
        only(
            record(Checkup.newBuilder().addObservations(hgb().setHeld(true).setImplausible(true))));

    assertThat(held.held()).isTrue();
    assertThat(held.implausible()).isTrue();
  }

  @Test
  void unmappedValueHasNoItem() {
    Observation unmapped =
        only(
            record(
                Checkup.newBuilder()
                    .addObservations(
                        hgb().setUnmappedReason(UnmappedReason.UNMAPPED_REASON_UNIT_UNKNOWN))));

    assertThat(unmapped.itemCode()).isNull();
  }

  @Test
  void absentIsNeverZero() {
    Observation absent =
        only(
            record(
                Checkup.newBuilder()
                    .addObservations(
                        hgb()
                            .clearQuantity()
                            .setAbsentReason(AbsentReason.ABSENT_REASON_NOT_DONE))));
    Observation empty = only(record(Checkup.newBuilder().addObservations(hgb().clearQuantity())));
    Observation noNumber =
        only(
            record(
                Checkup.newBuilder()
                    .addObservations(hgb().setQuantity(Quantity.newBuilder().setValue("abc")))));

    assertThat(absent.value()).isEqualTo(new Value.Absent(Value.Reason.NOT_DONE));
    assertThat(empty.value()).isEqualTo(new Value.Absent(Value.Reason.UNKNOWN));
    assertThat(noNumber.value()).isEqualTo(new Value.Absent(Value.Reason.NOT_USABLE));
  }

  @Test
  void statusThatNobodyStatedIsNotFinal() {
    Observation open = only(record(Checkup.newBuilder().addObservations(hgb().clearStatus())));

    assertThat(open.status()).isEqualTo(Observation.Status.PRELIMINARY);
  }

  @Test
  void listsThatWereAskedInFullAreKeptApartFromThoseThatWereNot() {
    Visit visit =
        record(
                Checkup.newBuilder()
                    .addLists(
                        ListState.newBuilder()
                            .setKind(ClinicalStatement.Kind.KIND_MEDICATION)
                            .setComplete(true))
                    .addLists(
                        ListState.newBuilder().setKind(ClinicalStatement.Kind.KIND_CONDITION)))
            .visits()
            .getFirst();

    assertThat(visit.completeLists()).containsExactly(Statement.Kind.MEDICATION);
  }

  @Test
  void newestGenomeIsFirstAndWithheldCategoriesAreNamed() {
    PersonRecord record =
        RecordMapper.record(
            GetRecordResponse.newBuilder()
                .addGenomes(genome("old", 100))
                .addGenomes(genome("new", 200))
                .addLifestyleDays(LifestyleDay.newBuilder().setLocalDay("bad"))
                .addLifestyleDays(
                    LifestyleDay.newBuilder()
                        .setLocalDay("2025-05-01")
                        .setSignal("steps")
                        .setValue(Quantity.newBuilder().setValue("7000").setUnit("/d")))
                .addWithheld(
                    Withheld.newBuilder()
                        .setCategory(Category.CATEGORY_GENETIC_RAW)
                        .setReason("withdrawn"))
                .build());

    assertThat(record.genomes()).extracting(GenomeHead::id).containsExactly("new", "old");
    assertThat(record.lifestyleDays()).hasSize(1);
    assertThat(record.withheld()).containsEntry(DataCategory.GENETIC_RAW, "withdrawn");
    assertThat(record.sex()).isNull();
    assertThat(record.birth()).isNull();
  }

  private static GenomeView genome(String id, long seconds) {
    return GenomeView.newBuilder()
        .setGenomeId(id)
        .setGenome(Genome.newBuilder().setBuild("GRCh37"))
        .setReceivedTime(Timestamp.newBuilder().setSeconds(seconds))
        .build();
  }

  @Test
  void ageComesFromTheMiddleOfAPeriodThatIsNotFullyKnown() {
    BirthDate month = BirthDate.parse("1980-02");
    assertThat(month).isNotNull();
    assertThat(month.exact()).isFalse();
    assertThat(month.ageOn(LocalDate.parse("2025-02-10"))).isEqualTo(44);
    assertThat(month.ageOn(LocalDate.parse("2025-02-20"))).isEqualTo(45);
    assertThat(BirthDate.parse("1980-13-01")).isNull();
    assertThat(BirthDate.parse("")).isNull();
  }
}
