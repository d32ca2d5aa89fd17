package health.lifelong.profile.record.grpc;

import com.google.protobuf.Timestamp;
import health.lifelong.common.v1.SexAtBirth;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.genome.domain.Genome;
import health.lifelong.profile.genome.domain.StoredGenome;
import health.lifelong.profile.lifestyle.domain.LifestyleDay;
import health.lifelong.profile.person.domain.Sex;
import health.lifelong.profile.record.domain.PersonRecord;
import health.lifelong.profile.record.domain.PersonRecord.StoredCheckup;
import health.lifelong.profile.record.domain.ShownRecord;
import health.lifelong.profile.v1.Checkup;
import health.lifelong.profile.v1.CheckupView;
import health.lifelong.profile.v1.GenomeView;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.ListState;
import health.lifelong.profile.v1.PersonSummary;
import health.lifelong.profile.v1.Withheld;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Writes a shown record as the contract says. */
public final class RecordAnswer {
  private RecordAnswer() {}

  public static GetRecordResponse of(ShownRecord shown) {
    PersonRecord record = shown.record();
    GetRecordResponse.Builder answer =
        GetRecordResponse.newBuilder()
            .setPerson(person(record))
            .setRevision(record.revision())
            .setSomeResultsHeld(shown.someHeld())
            .setUnchanged(shown.unchanged());
    if (shown.validUntilMicros() != null) {
      answer.setValidUntilTime(
          timestamp(Instant.EPOCH.plus(shown.validUntilMicros(), ChronoUnit.MICROS)));
    }
    record.checkups().forEach(c -> answer.addCheckups(checkup(c, shown.atMicros())));
    record.genomes().forEach(g -> answer.addGenomes(genome(g)));
    record.days().forEach(d -> answer.addLifestyleDays(day(d)));
    shown.withheld().forEach(w -> answer.addWithheld(withheld(w)));
    return answer.build();
  }

  private static PersonSummary person(PersonRecord record) {
    return PersonSummary.newBuilder()
        .setPersonId(record.personId().toString())
        .setSexAtBirth(sex(record.demographics().sex()))
        .setBirthDate(orEmpty(record.demographics().birthDate()))
        .setName(orEmpty(record.demographics().name()))
        .setState(record.identified() ? "identified" : "provisional")
        .build();
  }

  private static SexAtBirth sex(@Nullable Sex sex) {
    return switch (sex) {
      case FEMALE -> SexAtBirth.SEX_AT_BIRTH_FEMALE;
      case MALE -> SexAtBirth.SEX_AT_BIRTH_MALE;
      case null -> SexAtBirth.SEX_AT_BIRTH_UNSPECIFIED;
    };
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static CheckupView checkup(StoredCheckup stored, long atMicros) {
    Checkup.Builder checkup = Checkup.newBuilder().setSourceKey(stored.sourceKey());
    if (stored.effective() != null) {
      checkup.setEffectiveTime(VisitAnswer.time(stored.effective()));
    }
    stored
        .observations()
        .forEach(o -> checkup.addObservations(VisitAnswer.observation(o, atMicros)));
    stored.statements().forEach(s -> checkup.addStatements(VisitAnswer.statement(s)));
    stored
        .lists()
        .forEach(
            l ->
                checkup.addLists(
                    ListState.newBuilder().setKindValue(l.kind()).setComplete(l.complete())));
    stored.documents().forEach(d -> checkup.addDocuments(VisitAnswer.document(d.document())));
    return CheckupView.newBuilder()
        .setCheckupId(stored.checkupId().toString())
        .setCentre(stored.centre())
        .setCheckup(checkup)
        .build();
  }

  private static GenomeView genome(StoredGenome stored) {
    return GenomeView.newBuilder()
        .setGenomeId(stored.genomeId().toString())
        .setCentre(stored.centre())
        .setGenome(head(stored.genome()))
        .setReceivedTime(timestamp(stored.receivedAt()))
        .setInQuestion(stored.duplicate())
        .build();
  }

  static health.lifelong.profile.v1.Genome head(Genome genome) {
    return health.lifelong.profile.v1.Genome.newBuilder()
        .setSourceKey(genome.sourceKey())
        .setBuild(genome.build())
        .setBuildEvidence(genome.buildEvidence())
        .setVendor(genome.vendor())
        .setTechnology(genome.technology())
        .setSample(genome.sample())
        .setVariants(genome.variants())
        .setNoCalls(genome.noCalls())
        .addAllWarnings(genome.warnings())
        .build();
  }

  private static health.lifelong.profile.v1.LifestyleDay day(LifestyleDay day) {
    return health.lifelong.profile.v1.LifestyleDay.newBuilder()
        .setLocalDay(day.day().toString())
        .setSignal(day.signal())
        .setValue(VisitAnswer.quantity(day.value(), day.unit(), day.comparator()))
        .setStatistic(day.statistic())
        .setSource(day.source())
        .addAllSources(day.sources())
        .setSamples(day.samples())
        .setCoverageMinutes(day.coverageMinutes())
        .setAlgorithmVersion(day.algorithmVersion())
        .setInputsHash(day.inputsHash())
        .setZoneAssumed(day.zoneAssumed())
        .build();
  }

  private static Withheld withheld(ShownRecord.Withheld withheld) {
    return Withheld.newBuilder()
        .setCategory(category(withheld.category()))
        .setReason(withheld.reason())
        .build();
  }

  private static health.lifelong.common.v1.Category category(Category category) {
    return switch (category) {
      case IDENTITY -> health.lifelong.common.v1.Category.CATEGORY_IDENTITY;
      case CHECKUP -> health.lifelong.common.v1.Category.CATEGORY_CHECKUP;
      case GENETIC_REPORT -> health.lifelong.common.v1.Category.CATEGORY_GENETIC_REPORT;
      case GENETIC_RAW -> health.lifelong.common.v1.Category.CATEGORY_GENETIC_RAW;
      case LIFESTYLE -> health.lifelong.common.v1.Category.CATEGORY_LIFESTYLE;
      case SPECIAL -> health.lifelong.common.v1.Category.CATEGORY_SPECIAL;
    };
  }

  static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
