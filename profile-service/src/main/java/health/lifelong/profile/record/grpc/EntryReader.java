package health.lifelong.profile.record.grpc;

import static health.lifelong.profile.record.grpc.Fields.required;
import static health.lifelong.profile.record.grpc.Fields.text;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.grpc.Requests;
import health.lifelong.profile.change.algorithm.Digests;
import health.lifelong.profile.genome.algorithm.Blocks;
import health.lifelong.profile.genome.domain.Genome;
import health.lifelong.profile.genome.domain.GenomeBlock;
import health.lifelong.profile.lifestyle.domain.LifestyleDay;
import health.lifelong.profile.person.domain.Demographics;
import health.lifelong.profile.person.domain.Identifier;
import health.lifelong.profile.person.domain.PersonClaim;
import health.lifelong.profile.person.domain.Sex;
import health.lifelong.profile.record.domain.Delivered;
import health.lifelong.profile.record.domain.Delivered.Content;
import health.lifelong.profile.v1.PersonReference;
import health.lifelong.profile.v1.RecordEntry;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads an entry of a batch into the domain; what is out of range is refused with the entry and the
 * field, never mended.
 */
final class EntryReader {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_PHONE = 50;

  private EntryReader() {}

  static Delivered read(RecordEntry entry, int index) {
    try {
      return read(entry);
    } catch (LifelongException refused) {
      Map<String, String> place = new HashMap<>(refused.metadata());
      place.put("entry", Integer.toString(index));
      throw new LifelongException(refused.reason(), String.valueOf(refused.getMessage()), place);
    }
  }

  private static Delivered read(RecordEntry entry) {
    String centre = required(entry.getSource().getCentre(), "source.centre");
    String receipt = required(entry.getSource().getReceiptId(), "source.receipt_id");
    int index = entry.getSource().getRecordIndex();
    return new Delivered(
        claim(entry.getPerson()),
        centre,
        receipt,
        index,
        Digests.of("receipt", receipt, Integer.toString(index)),
        content(entry, centre));
  }

  private static Content content(RecordEntry entry, String centre) {
    return switch (entry.getRecordCase()) {
      case CHECKUP -> new Content.OfVisit(VisitReader.read(entry.getCheckup(), centre));
      case GENOME -> genome(entry.getGenome(), centre);
      case LIFESTYLE_DAYS ->
          new Content.OfDays(
              entry.getLifestyleDays().getDaysList().stream().map(EntryReader::day).toList());
      case RECORD_NOT_SET -> new Content.OfPerson();
    };
  }

  private static PersonClaim claim(PersonReference person) {
    String centre = required(person.getCentre(), "person.centre");
    List<Identifier> identifiers =
        person.getIdentifiersList().stream().map(EntryReader::identifier).toList();
    UUID personId = person.getPersonId().isEmpty() ? null : Requests.person(person.getPersonId());
    if (personId == null && identifiers.isEmpty()) {
      throw new LifelongException(ErrorReason.ERROR_REASON_PERSON_MISSING, "nobody is named");
    }
    return new PersonClaim(centre, identifiers, told(person), personId, person.getProvisional());
  }

  private static Identifier identifier(health.lifelong.profile.v1.Identifier identifier) {
    return new Identifier(
        text(identifier.getSystem(), "person.identifiers.system"),
        required(identifier.getValue(), "person.identifiers.value"),
        text(identifier.getType(), "person.identifiers.type"));
  }

  private static Demographics told(PersonReference person) {
    String name =
        Normalizer.normalize(text(person.getName(), "person.name").strip(), Normalizer.Form.NFC);
    if (name.length() > LONGEST_NAME) {
      throw Requests.invalid("person.name");
    }
    return new Demographics(
        sex(person), birthDate(person.getBirthDate()), name.isEmpty() ? null : name, phone(person));
  }

  private static @Nullable String phone(PersonReference person) {
    String phone = text(person.getPhone(), "person.phone").strip();
    if (phone.length() > LONGEST_PHONE) {
      throw Requests.invalid("person.phone");
    }
    return phone.isEmpty() ? null : phone;
  }

  private static @Nullable Sex sex(PersonReference person) {
    return switch (person.getSexAtBirth()) {
      case SEX_AT_BIRTH_FEMALE -> Sex.FEMALE;
      case SEX_AT_BIRTH_MALE -> Sex.MALE;
      case SEX_AT_BIRTH_UNSPECIFIED -> null;
      case UNRECOGNIZED -> throw Requests.invalid("person.sex_at_birth");
    };
  }

  private static @Nullable String birthDate(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return switch (text.length()) {
        case 4 -> Year.parse(text).toString();
        case 7 -> YearMonth.parse(text).toString();
        case 10 -> LocalDate.parse(text).toString();
        default -> throw Requests.invalid("person.birth_date");
      };
    } catch (DateTimeException e) {
      throw Requests.invalid("person.birth_date");
    }
  }

  private static Content genome(health.lifelong.profile.v1.Genome genome, String centre) {
    String sourceKey = required(genome.getSourceKey(), "genome.source_key");
    Genome head =
        new Genome(
            Digests.of("genome", centre, sourceKey),
            sourceKey,
            required(genome.getBuild(), "genome.build"),
            text(genome.getBuildEvidence(), "genome.build_evidence"),
            text(genome.getVendor(), "genome.vendor"),
            text(genome.getTechnology(), "genome.technology"),
            text(genome.getSample(), "genome.sample"),
            genome.getVariants(),
            genome.getNoCalls(),
            genome.getWarningsList().stream()
                .map(warning -> Fields.part(warning, "genome.warnings"))
                .toList());
    return new Content.OfGenome(
        head, genome.getBlocksList().stream().map(EntryReader::block).toList());
  }

  private static GenomeBlock block(health.lifelong.profile.v1.GenomeBlock block) {
    GenomeBlock read =
        new GenomeBlock(
            text(block.getChromosome(), "genome.blocks.chromosome"),
            block.getFirstPosition(),
            block.getLastPosition(),
            block.getCalls(),
            block.getPacked().toByteArray(),
            Integer.toUnsignedLong(block.getChecksum()));
    if (!Blocks.isSound(read)) {
      throw Requests.invalid("genome.blocks");
    }
    return read;
  }

  private static LifestyleDay day(health.lifelong.profile.v1.LifestyleDay day) {
    return new LifestyleDay(
        localDay(day.getLocalDay()),
        required(day.getSignal(), "lifestyle_days.signal"),
        Fields.decimal(day.getValue().getValue(), "lifestyle_days.value"),
        text(day.getValue().getUnit(), "lifestyle_days.value.unit"),
        Fields.comparator(day.getValue().getComparator()).ordinal(),
        required(day.getStatistic(), "lifestyle_days.statistic"),
        text(day.getSource(), "lifestyle_days.source"),
        day.getSourcesList().stream()
            .map(source -> Fields.part(source, "lifestyle_days.sources"))
            .toList(),
        day.getSamples(),
        day.getCoverageMinutes(),
        text(day.getAlgorithmVersion(), "lifestyle_days.algorithm_version"),
        text(day.getInputsHash(), "lifestyle_days.inputs_hash"),
        day.getZoneAssumed());
  }

  private static LocalDate localDay(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Requests.invalid("lifestyle_days.local_day");
    }
  }
}
