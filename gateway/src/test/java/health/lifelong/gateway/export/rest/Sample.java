package health.lifelong.gateway.export.rest;

import com.google.protobuf.Timestamp;
import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.Coding;
import health.lifelong.common.v1.Comparator;
import health.lifelong.common.v1.EffectiveTime;
import health.lifelong.common.v1.Purpose;
import health.lifelong.common.v1.Quantity;
import health.lifelong.common.v1.SexAtBirth;
import health.lifelong.common.v1.TimePrecision;
import health.lifelong.profile.v1.AbsentReason;
import health.lifelong.profile.v1.Checkup;
import health.lifelong.profile.v1.CheckupView;
import health.lifelong.profile.v1.ClinicalStatement;
import health.lifelong.profile.v1.ConsentDecision;
import health.lifelong.profile.v1.Document;
import health.lifelong.profile.v1.Genome;
import health.lifelong.profile.v1.GenomeView;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.LifestyleDay;
import health.lifelong.profile.v1.ListState;
import health.lifelong.profile.v1.Observation;
import health.lifelong.profile.v1.ObservationStatus;
import health.lifelong.profile.v1.PersonSummary;
import health.lifelong.profile.v1.UnmappedReason;
import health.lifelong.profile.v1.Withheld;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Persons with something of everything an export knows. */
final class Sample {
  static final String ME = "0190a5b2-0000-7000-8000-000000000001";
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  private Sample() {}

  /** One visit of one value of each kind, one day, one genome, a decision and its withdrawal. */
  static Export small() {
    Checkup.Builder checkup = Checkup.newBuilder().setEffectiveTime(day("2025-03-04"));
    checkup
        .addObservations(
            measured("GLU_F", "7.40", "mmol/L")
                .setReferenceRange("3.9-5.5")
                .setInterpretation("H")
                .setEffectiveTime(
                    EffectiveTime.newBuilder()
                        .setStartMicros(micros("2025-03-03T23:30:00Z"))
                        .setOffsetMinutes(540)
                        .setPrecision(TimePrecision.TIME_PRECISION_MINUTE)))
        .addObservations(
            value("CRP")
                .setQuantity(
                    Quantity.newBuilder()
                        .setValue("0.3")
                        .setUnit("mg/L")
                        .setComparator(Comparator.COMPARATOR_LESS)))
        .addObservations(value("HBSAG").setCoded(coding("urn:lifelong:item:HBSAG", "0", "음성")))
        .addObservations(value("GGT").setAbsentReason(AbsentReason.ABSENT_REASON_NOT_DONE))
        .addObservations(value("NOTE").setText("=HYPERLINK(\"http://x\")"))
        .addObservations(
            value("")
                .setUnmappedReason(UnmappedReason.UNMAPPED_REASON_CODE_UNKNOWN)
                .setRawCode(coding("99 LOCAL", "A  1", "무엇"))
                .setRawValue("12")
                .setRawUnit("U"));
    for (ClinicalStatement.Kind kind : ClinicalStatement.Kind.values()) {
      if (kind != ClinicalStatement.Kind.UNRECOGNIZED) {
        checkup.addStatements(
            ClinicalStatement.newBuilder()
                .setKind(kind)
                .addCodes(coding("http://snomed.info/sct", "38341003", "Hypertension"))
                .setText("고혈압")
                .setStatus("active")
                .setEffectiveTime(day("2019-01-02")));
      }
    }
    checkup.addStatements(
        ClinicalStatement.newBuilder()
            .setKind(ClinicalStatement.Kind.KIND_CONDITION)
            .setStatus("치료 중"));
    checkup
        .addLists(list(ClinicalStatement.Kind.KIND_ALLERGY, true))
        .addLists(list(ClinicalStatement.Kind.KIND_MEDICATION, false))
        .addDocuments(
            Document.newBuilder().setKind("report").setTitle("판정").setText("좋아요\n다음 해에 봐요"));
    GetRecordResponse record =
        head()
            .addCheckups(visit("2025-03-04", checkup))
            .addLifestyleDays(steps(LocalDate.of(2025, 3, 4)))
            .addGenomes(
                GenomeView.newBuilder()
                    .setGenomeId(id("genome"))
                    .setCentre("seoul")
                    .setGenome(Genome.newBuilder().setBuild("GRCh38").setVariants(600_000)))
            .addWithheld(
                Withheld.newBuilder()
                    .setCategory(Category.CATEGORY_GENETIC_REPORT)
                    .setReason("no_consent"))
            .setSomeResultsHeld(true)
            .build();
    return new Export(
        ME,
        record,
        List.of(
            decision("one", ConsentDecision.Decision.DECISION_GRANT),
            decision("two", ConsentDecision.Decision.DECISION_WITHDRAW)),
        NOW);
  }

  /** Checkups of a lifetime: {@code years} of {@code items} values, and days of {@code signals}. */
  static Export lifetime(int years, int items, int days, int signals) {
    GetRecordResponse.Builder record = head();
    List<Item> catalogue = List.copyOf(ItemCatalogue.standard().items());
    for (int year = 0; year < years; year++) {
      String date = (1990 + year) + "-05-06";
      Checkup.Builder checkup = Checkup.newBuilder().setEffectiveTime(day(date));
      for (int item = 0; item < items; item++) {
        checkup.addObservations(
            measured(catalogue.get(item % catalogue.size()).code(), "5." + item, "mg/dL"));
      }
      record.addCheckups(visit(date, checkup));
    }
    LocalDate first = LocalDate.of(2023, 1, 1);
    for (int day = 0; day < days * signals; day++) {
      record.addLifestyleDays(steps(first.plusDays(day / signals)));
    }
    return new Export(ME, record.build(), List.of(), NOW);
  }

  private static GetRecordResponse.Builder head() {
    return GetRecordResponse.newBuilder()
        .setPerson(
            PersonSummary.newBuilder()
                .setPersonId(ME)
                .setName("김하늘")
                .setBirthDate("1970-02")
                .setSexAtBirth(SexAtBirth.SEX_AT_BIRTH_FEMALE));
  }

  private static CheckupView visit(String name, Checkup.Builder checkup) {
    return CheckupView.newBuilder()
        .setCheckupId(id(name))
        .setCentre("seoul")
        .setCheckup(checkup)
        .build();
  }

  private static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }

  private static Observation.Builder value(String item) {
    return Observation.newBuilder()
        .setItemCode(item)
        .setStatus(ObservationStatus.OBSERVATION_STATUS_FINAL);
  }

  private static Observation.Builder measured(String item, String value, String unit) {
    return value(item)
        .setQuantity(Quantity.newBuilder().setValue(value).setUnit(unit))
        .setEffectiveTime(day("2025-03-04"));
  }

  private static LifestyleDay steps(LocalDate day) {
    return LifestyleDay.newBuilder()
        .setLocalDay(day.toString())
        .setSignal("steps")
        .setValue(Quantity.newBuilder().setValue("8012").setUnit("1"))
        .setStatistic("sum")
        .setSource("watch")
        .build();
  }

  private static ListState list(ClinicalStatement.Kind kind, boolean complete) {
    return ListState.newBuilder().setKind(kind).setComplete(complete).build();
  }

  private static Coding coding(String system, String code, String display) {
    return Coding.newBuilder().setSystem(system).setCode(code).setDisplay(display).build();
  }

  private static ConsentDecision decision(String name, ConsentDecision.Decision decision) {
    return ConsentDecision.newBuilder()
        .setConsentId(id(name))
        .setCategory(Category.CATEGORY_CHECKUP)
        .setPurpose(Purpose.PURPOSE_CARE)
        .setGrantee("seoul")
        .setDecision(decision)
        .setTextId("consent.P3")
        .setLanguage("ko")
        .setGivenTime(Timestamp.newBuilder().setSeconds(1_700_000_000))
        .build();
  }

  private static EffectiveTime day(String date) {
    return EffectiveTime.newBuilder()
        .setStartMicros(
            LocalDate.parse(date).atStartOfDay(ZoneOffset.ofHours(9)).toEpochSecond() * 1_000_000)
        .setOffsetMinutes(540)
        .setPrecision(TimePrecision.TIME_PRECISION_DAY)
        .build();
  }

  private static long micros(String instant) {
    return Instant.parse(instant).getEpochSecond() * 1_000_000;
  }
}
