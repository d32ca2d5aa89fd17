package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.mapping.domain.ItemResolver;
import health.lifelong.ingestion.mapping.domain.MappedValue;
import health.lifelong.ingestion.record.domain.Checkup;
import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.ingestion.record.domain.EffectiveTime;
import health.lifelong.ingestion.record.domain.Observation;
import health.lifelong.ingestion.record.domain.Observation.Status;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Warning;
import health.lifelong.ingestion.record.domain.Statement;
import health.lifelong.ingestion.record.domain.Value;
import health.lifelong.vocabulary.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an Observation: its own value and those of its components (ingestion-formats section 3.3).
 */
final class Observations {
  private static final String LOINC = "http://loinc.org";
  private static final String PREGNANCY_STATUS = "82810-3";

  private final ItemResolver items;
  private final Values values;

  Observations(ItemResolver items, Values values) {
    this.items = items;
    this.values = values;
  }

  /** The outcome: refused only where a value was sent and none of them can be used. */
  RecordOutcome read(Situation at) {
    EffectiveReading effective =
        EffectiveReading.of(
            at, "effectiveDateTime", "effectivePeriod", "effectiveInstant", "effectiveTiming");
    Gathered gathered = new Gathered(at, effective.time());
    gathered.warnings.addAll(effective.warnings());
    String sent = at.resource().textOrEmpty("status");
    Status status = status(sent);
    if (status == null) {
      String detail =
          sent.isEmpty()
              ? "no status: nothing is read from it"
              : "status not known; read as preliminary";
      Reason reason = sent.isEmpty() ? Reason.FIELD_MISSING : Reason.TABLE_VALUE_UNKNOWN;
      gathered.warnings.add(new Warning(at.place("/status"), reason, detail));
    }
    if (!sent.isEmpty()) {
      gather(gathered, status == null ? Status.PRELIMINARY : status);
    }
    if (gathered.onlyUnusable() && status != Status.WITHDRAWN) {
      Warning first = gathered.warnings.getLast();
      return new RecordOutcome.Rejected(
          at.entry().index(), first.path(), first.reason(), first.detail());
    }
    boolean counted = gathered.valued > 0 && status != Status.WITHDRAWN;
    boolean known = gathered.observations.stream().anyMatch(it -> it.itemCode() != null);
    Checkup checkup =
        new Checkup(
            at.visitKey(effective.time()),
            effective.time(),
            gathered.observations,
            pregnancy(at, effective.time(), sent),
            Set.of(),
            List.of());
    return new RecordOutcome.CheckupRead(
        at.entry().index(),
        at.person(),
        checkup,
        counted ? 1 : 0,
        counted && !known ? 1 : 0,
        gathered.warnings);
  }

  private void gather(Gathered into, Status status) {
    JsonObject resource = into.at.resource();
    List<JsonObject> components = resource.objects("component");
    boolean ownValue = Values.member(resource) != null;
    boolean ownAbsence = resource.has("dataAbsentReason") && components.isEmpty();
    // A withdrawal names what it takes back even where it repeats no value.
    boolean withdrawn = status == Status.WITHDRAWN && components.isEmpty();
    if (ownValue || ownAbsence || withdrawn) {
      observe(into, resource, "", into.key(resource, false), "", status);
    }
    String panel = Concepts.words(resource.object("code"));
    int index = 0;
    for (JsonObject component : components) {
      if (Values.member(component) != null || component.has("dataAbsentReason")) {
        String below = "/component/" + index;
        observe(into, component, below, into.key(component, true), panel, status);
      }
      index++;
    }
  }

  private void observe(
      Gathered into, JsonObject holder, String below, String key, String panel, Status status) {
    JsonObject resource = into.at.resource();
    JsonObject concept = holder.object("code");
    // A value about somebody or something else than the subject (an unborn child) belongs to no
    // item of the subject.
    Item item =
        resource.has("focus") ? null : items.resolve(Concepts.codings(concept)).orElse(null);
    String member = Values.member(holder);
    ReadValue read = member == null ? absent(holder, item) : values.read(holder, member, item);
    into.note(read, below, member != null);
    MappedValue mapped = read.mapped();
    into.observations.add(
        new Observation(
            mapped.itemCode(),
            mapped.unmapped(),
            mapped.value(),
            into.time,
            status,
            Concepts.head(concept),
            read.rawValue(),
            read.rawUnit(),
            key,
            into.at.place(below),
            mapped.implausible(),
            mapped.unitAssumed(),
            Concepts.words(resource.object("method")),
            device(resource),
            ReferenceRanges.words(holder),
            Concepts.firstCode(holder.object("interpretation")),
            panel));
  }

  private static ReadValue absent(JsonObject holder, @Nullable Item item) {
    JsonObject reason = holder.object("dataAbsentReason");
    Value.Absent absent =
        reason == null ? new Value.Absent(Value.Reason.NOT_USABLE) : Absence.of(reason);
    return new ReadValue(Values.absent(item, absent), "dataAbsentReason", "", "", null);
  }

  private static String device(JsonObject resource) {
    JsonObject device = resource.object("device");
    if (device == null) {
      return "";
    }
    String display = device.text("display");
    return display == null ? device.textOrEmpty("reference") : display;
  }

  /** Pregnancy is also a statement, which models that do not hold in pregnancy look for. */
  private static List<Statement> pregnancy(
      Situation at, @Nullable EffectiveTime time, String status) {
    boolean asked =
        Concepts.codings(at.resource().object("code")).stream()
            .anyMatch(it -> it.system().equals(LOINC) && it.code().equals(PREGNANCY_STATUS));
    JsonObject answer = at.resource().object("valueCodeableConcept");
    if (!asked || answer == null) {
      return List.of();
    }
    return List.of(
        new Statement(
            Statement.Kind.PREGNANCY,
            Concepts.codings(answer),
            Concepts.words(answer),
            status,
            time,
            at.sourceKey(time),
            at.place("")));
  }

  private static @Nullable Status status(String sent) {
    return switch (sent) {
      case "final" -> Status.FINAL;
      case "amended", "corrected" -> Status.CORRECTED;
      case "preliminary", "registered", "unknown" -> Status.PRELIMINARY;
      case "entered-in-error", "cancelled" -> Status.WITHDRAWN;
      default -> null;
    };
  }

  /** What one Observation gives, while it is read. */
  private static final class Gathered {
    private final Situation at;
    private final @Nullable EffectiveTime time;
    private final String sourceKey;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private int valued;
    private int refused;

    Gathered(Situation at, @Nullable EffectiveTime time) {
      this.at = at;
      this.time = time;
      this.sourceKey = at.sourceKey(time);
    }

    /**
     * Natural key of a value; a code that repeats within one resource is told apart by its turn.
     */
    String key(JsonObject holder, boolean component) {
      boolean shared = sourceKey.contains("|");
      if (!component && !shared) {
        return sourceKey;
      }
      Coding head = Concepts.head(holder.object("code"));
      String key = sourceKey + "#" + (head.code().isEmpty() ? head.display() : head.code());
      int turn = seen.merge(key, 1, Integer::sum);
      return turn == 1 ? key : key + "~" + turn;
    }

    void note(ReadValue read, String below, boolean hasValue) {
      valued += hasValue ? 1 : 0;
      String place = at.place(below + "/" + read.member());
      if (read.fault() != null) {
        boolean missing = read.fault() == Reason.FIELD_MISSING;
        refused += missing ? 0 : 1;
        String detail =
            missing ? "a quantity without number" : "the value is not a number that can be stored";
        warnings.add(new Warning(place, read.fault(), detail));
      }
      if (read.mapped().contradiction() != null) {
        warnings.add(
            new Warning(
                place, Reason.VALUE_INVALID, "kept unused: the value cannot be true in its unit"));
      }
    }

    boolean onlyUnusable() {
      return valued > 0 && refused == valued;
    }
  }
}
