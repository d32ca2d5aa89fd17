package health.lifelong.ingestion.submission.client;

import com.google.protobuf.ByteString;
import health.lifelong.common.v1.Comparator;
import health.lifelong.common.v1.Quantity;
import health.lifelong.common.v1.SexAtBirth;
import health.lifelong.common.v1.TimePrecision;
import health.lifelong.ingestion.record.domain.Checkup;
import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.ingestion.record.domain.Document;
import health.lifelong.ingestion.record.domain.EffectiveTime;
import health.lifelong.ingestion.record.domain.Genome;
import health.lifelong.ingestion.record.domain.LifestyleDay;
import health.lifelong.ingestion.record.domain.Observation;
import health.lifelong.ingestion.record.domain.PersonClaim;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.Statement;
import health.lifelong.ingestion.record.domain.Value;
import health.lifelong.ingestion.submission.app.RecordWriter.Piece;
import health.lifelong.ingestion.submission.domain.Understood;
import health.lifelong.profile.v1.AbsentReason;
import health.lifelong.profile.v1.ClinicalStatement;
import health.lifelong.profile.v1.GenomeBlock;
import health.lifelong.profile.v1.Identifier;
import health.lifelong.profile.v1.LifestyleDays;
import health.lifelong.profile.v1.ListState;
import health.lifelong.profile.v1.ObservationStatus;
import health.lifelong.profile.v1.PersonReference;
import health.lifelong.profile.v1.RecordEntry;
import health.lifelong.profile.v1.Source;
import health.lifelong.profile.v1.UnmappedReason;
import health.lifelong.vocabulary.genome.CallBlock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The canonical records in the words of the contract. */
final class CanonicalMapper {
  /** Parts of one record share its index: the part number goes above the bits an index needs. */
  private static final int PART_SHIFT = 24;

  private CanonicalMapper() {}

  /**
   * A person's own device is no centre: their receipts are filed under the person, their data under
   * "phone".
   */
  private static String centre(String filedUnder) {
    return filedUnder.startsWith("phone:") ? "phone" : filedUnder;
  }

  static RecordEntry entry(Piece piece) {
    String centre = centre(piece.centre());
    RecordEntry.Builder entry =
        RecordEntry.newBuilder()
            .setSource(
                Source.newBuilder()
                    .setCentre(centre)
                    .setReceiptId(piece.receipt().toString())
                    .setRecordIndex(piece.part() << PART_SHIFT | piece.index()));
    return switch (piece.content()) {
      case Understood.Row(RecordOutcome.CheckupRead read, int records) ->
          entry
              .setPerson(person(centre, read.person()))
              .setCheckup(checkup(read.checkup()))
              .build();
      case Understood.Row(RecordOutcome.PersonRead read, int records) ->
          entry.setPerson(person(centre, read.person())).build();
      case Understood.Row row ->
          throw new IllegalArgumentException(
              "this outcome is not delivered: " + row.outcome().index());
      case Understood.Days days ->
          entry
              .setPerson(person(centre, days.person()))
              .setLifestyleDays(
                  LifestyleDays.newBuilder()
                      .addAllDays(days.days().stream().map(CanonicalMapper::day).toList()))
              .build();
      case Understood.GenomePart genome ->
          entry.setPerson(person(centre, genome.person())).setGenome(genome(genome)).build();
    };
  }

  private static PersonReference person(String centre, PersonClaim claim) {
    PersonReference.Builder person =
        PersonReference.newBuilder().setCentre(centre).setProvisional(claim.provisional());
    for (PersonClaim.Identifier identifier : claim.identifiers()) {
      person.addIdentifiers(
          Identifier.newBuilder()
              .setSystem(identifier.system())
              .setValue(identifier.value())
              .setType(identifier.type()));
    }
    PersonClaim.Sex sex = claim.sex();
    if (sex != null) {
      person.setSexAtBirth(
          switch (sex) {
            case FEMALE -> SexAtBirth.SEX_AT_BIRTH_FEMALE;
            case MALE -> SexAtBirth.SEX_AT_BIRTH_MALE;
          });
    }
    if (claim.birthDate() != null) {
      person.setBirthDate(claim.birthDate());
    }
    if (claim.name() != null) {
      person.setName(claim.name());
    }
    if (claim.personId() != null) {
      person.setPersonId(claim.personId());
    }
    return person.build();
  }

  private static health.lifelong.profile.v1.Checkup checkup(Checkup checkup) {
    health.lifelong.profile.v1.Checkup.Builder built =
        health.lifelong.profile.v1.Checkup.newBuilder().setSourceKey(checkup.sourceKey());
    if (checkup.effective() != null) {
      built.setEffectiveTime(time(checkup.effective()));
    }
    checkup.observations().forEach(observation -> built.addObservations(observation(observation)));
    checkup.statements().forEach(statement -> built.addStatements(statement(statement)));
    checkup.completeLists().stream()
        .sorted()
        .forEach(
            kind -> built.addLists(ListState.newBuilder().setKind(kind(kind)).setComplete(true)));
    checkup.documents().forEach(document -> built.addDocuments(document(document)));
    return built.build();
  }

  private static health.lifelong.profile.v1.Observation observation(Observation observation) {
    health.lifelong.profile.v1.Observation.Builder built =
        health.lifelong.profile.v1.Observation.newBuilder()
            .setStatus(
                switch (observation.status()) {
                  case PRELIMINARY -> ObservationStatus.OBSERVATION_STATUS_PRELIMINARY;
                  case FINAL -> ObservationStatus.OBSERVATION_STATUS_FINAL;
                  case CORRECTED -> ObservationStatus.OBSERVATION_STATUS_CORRECTED;
                  case WITHDRAWN -> ObservationStatus.OBSERVATION_STATUS_WITHDRAWN;
                })
            .setRawCode(coding(observation.rawCode()))
            .setRawValue(observation.rawValue())
            .setRawUnit(observation.rawUnit())
            .setSourceKey(observation.sourceKey())
            .setPosition(observation.position())
            .setImplausible(observation.implausible())
            .setUnitAssumed(observation.unitAssumed())
            .setMethod(observation.method())
            .setDevice(observation.device())
            .setReferenceRange(observation.referenceRange())
            .setInterpretation(observation.interpretation())
            .setPanel(observation.panel());
    if (observation.itemCode() != null) {
      built.setItemCode(observation.itemCode());
    }
    Observation.Unmapped unmapped = observation.unmapped();
    if (unmapped != null) {
      built.setUnmappedReason(
          switch (unmapped) {
            case CODE_UNKNOWN -> UnmappedReason.UNMAPPED_REASON_CODE_UNKNOWN;
            case UNIT_UNKNOWN -> UnmappedReason.UNMAPPED_REASON_UNIT_UNKNOWN;
            case UNIT_MISSING -> UnmappedReason.UNMAPPED_REASON_UNIT_MISSING;
            case VALUE_TYPE -> UnmappedReason.UNMAPPED_REASON_VALUE_TYPE;
          });
    }
    if (observation.effective() != null) {
      built.setEffectiveTime(time(observation.effective()));
    }
    value(built, observation.value());
    return built.build();
  }

  private static void value(health.lifelong.profile.v1.Observation.Builder built, Value value) {
    switch (value) {
      case Value.Quantity quantity ->
          built.setQuantity(
              Quantity.newBuilder()
                  .setValue(quantity.value().toPlainString())
                  .setUnit(quantity.unit())
                  .setComparator(
                      switch (quantity.comparator()) {
                        case EQUAL -> Comparator.COMPARATOR_UNSPECIFIED;
                        case LESS -> Comparator.COMPARATOR_LESS;
                        case LESS_OR_EQUAL -> Comparator.COMPARATOR_LESS_OR_EQUAL;
                        case GREATER_OR_EQUAL -> Comparator.COMPARATOR_GREATER_OR_EQUAL;
                        case GREATER -> Comparator.COMPARATOR_GREATER;
                      }));
      case Value.Coded coded -> built.setCoded(coding(coded.coding()));
      case Value.Text text -> built.setText(text.text());
      case Value.Range range -> built.setRange(range.text());
      case Value.Absent absent ->
          built.setAbsentReason(
              switch (absent.reason()) {
                case NOT_DONE -> AbsentReason.ABSENT_REASON_NOT_DONE;
                case UNKNOWN -> AbsentReason.ABSENT_REASON_UNKNOWN;
                case NOT_USABLE -> AbsentReason.ABSENT_REASON_NOT_USABLE;
              });
    }
  }

  private static ClinicalStatement statement(Statement statement) {
    ClinicalStatement.Builder built =
        ClinicalStatement.newBuilder()
            .setKind(kind(statement.kind()))
            .setText(statement.text())
            .setStatus(statement.status())
            .setSourceKey(statement.sourceKey())
            .setPosition(statement.position());
    statement.codes().forEach(code -> built.addCodes(coding(code)));
    if (statement.effective() != null) {
      built.setEffectiveTime(time(statement.effective()));
    }
    return built.build();
  }

  private static ClinicalStatement.Kind kind(Statement.Kind kind) {
    return switch (kind) {
      case CONDITION -> ClinicalStatement.Kind.KIND_CONDITION;
      case MEDICATION -> ClinicalStatement.Kind.KIND_MEDICATION;
      case ALLERGY -> ClinicalStatement.Kind.KIND_ALLERGY;
      case FAMILY_HISTORY -> ClinicalStatement.Kind.KIND_FAMILY_HISTORY;
      case PREGNANCY -> ClinicalStatement.Kind.KIND_PREGNANCY;
      case FINDING -> ClinicalStatement.Kind.KIND_FINDING;
      case PROCEDURE -> ClinicalStatement.Kind.KIND_PROCEDURE;
    };
  }

  private static health.lifelong.profile.v1.Document document(Document document) {
    return health.lifelong.profile.v1.Document.newBuilder()
        .setKind(document.kind())
        .setCode(coding(document.code()))
        .setTitle(document.title())
        .setText(document.text())
        .setSourceKey(document.sourceKey())
        .setPosition(document.position())
        .build();
  }

  private static health.lifelong.common.v1.Coding coding(Coding coding) {
    return health.lifelong.common.v1.Coding.newBuilder()
        .setSystem(coding.system())
        .setCode(coding.code())
        .setDisplay(coding.display())
        .build();
  }

  private static health.lifelong.common.v1.EffectiveTime time(EffectiveTime time) {
    health.lifelong.common.v1.EffectiveTime.Builder built =
        health.lifelong.common.v1.EffectiveTime.newBuilder()
            .setStartMicros(micros(time.start()))
            .setOffsetAssumed(time.offsetAssumed())
            .setPrecision(
                switch (time.precision()) {
                  case YEAR -> TimePrecision.TIME_PRECISION_YEAR;
                  case MONTH -> TimePrecision.TIME_PRECISION_MONTH;
                  case DAY -> TimePrecision.TIME_PRECISION_DAY;
                  case MINUTE -> TimePrecision.TIME_PRECISION_MINUTE;
                  case SECOND -> TimePrecision.TIME_PRECISION_SECOND;
                });
    if (time.end() != null) {
      built.setEndMicros(micros(time.end()));
    }
    if (time.offsetMinutes() != null) {
      built.setOffsetMinutes(time.offsetMinutes());
    }
    return built.build();
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static health.lifelong.profile.v1.LifestyleDay day(LifestyleDay day) {
    return health.lifelong.profile.v1.LifestyleDay.newBuilder()
        .setLocalDay(day.day().toString())
        .setSignal(day.signal())
        .setValue(Quantity.newBuilder().setValue(day.value().toPlainString()).setUnit(day.unit()))
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

  private static health.lifelong.profile.v1.Genome genome(Understood.GenomePart part) {
    Genome head = part.head();
    health.lifelong.profile.v1.Genome.Builder built =
        health.lifelong.profile.v1.Genome.newBuilder()
            .setSourceKey(head.sourceKey())
            .setBuild(head.build())
            .setBuildEvidence(head.buildEvidence())
            .setVendor(head.vendor())
            .setTechnology(head.technology())
            .setSample(head.sample())
            .setVariants(head.variants())
            .setNoCalls(head.noCalls())
            .addAllWarnings(head.warnings());
    for (CallBlock block : part.blocks()) {
      built.addBlocks(
          GenomeBlock.newBuilder()
              .setChromosome(block.chromosome())
              .setFirstPosition(block.first())
              .setLastPosition(block.last())
              .setCalls(block.calls())
              .setPacked(ByteString.copyFrom(block.packed()))
              .setChecksum(block.checksum()));
    }
    return built.build();
  }
}
