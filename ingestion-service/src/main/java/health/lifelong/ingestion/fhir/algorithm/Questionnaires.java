package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.mapping.domain.ItemResolver;
import health.lifelong.ingestion.mapping.domain.MappedValue;
import health.lifelong.ingestion.record.domain.Checkup;
import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.ingestion.record.domain.Document;
import health.lifelong.ingestion.record.domain.EffectiveTime;
import health.lifelong.ingestion.record.domain.Observation;
import health.lifelong.ingestion.record.domain.Observation.Status;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Warning;
import health.lifelong.vocabulary.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a QuestionnaireResponse: all answers as text, and those whose linkId or definition ends in
 * a LOINC or catalogue code as values ({@code /44250-9}, {@code /72109-2/68518-0}). They are part
 * of the questionnaire and not counted as observations.
 */
final class Questionnaires {
  private static final String LOINC = "http://loinc.org";
  private static final String CATALOGUE = "urn:lifelong:item";
  private static final int MAX_DEPTH = 32;

  private final ItemResolver items;
  private final Values values;

  Questionnaires(ItemResolver items, Values values) {
    this.items = items;
    this.values = values;
  }

  /** The outcome; answers of a response that is not finished stay text. */
  RecordOutcome read(Situation at) {
    JsonObject resource = at.resource();
    EffectiveReading authored = EffectiveReading.of(at, "authored");
    EffectiveTime time = authored.time();
    Status status = status(resource.textOrEmpty("status"));
    Gathered gathered = new Gathered(at, time, status);
    gathered.warnings.addAll(authored.warnings());
    items(resource, "", 0, gathered);
    QuestionnaireTotals.differing(gathered.observations)
        .forEach(
            place ->
                gathered.warnings.add(
                    new Warning(
                        place, Reason.VALUE_INVALID, "the total is not the sum of its answers")));
    Document document =
        new Document(
            "questionnaire",
            new Coding("", resource.textOrEmpty("questionnaire"), ""),
            Concepts.words(resource.object("code")),
            String.join("\n", gathered.lines),
            gathered.sourceKey,
            at.place(""));
    Checkup checkup =
        new Checkup(
            at.visitKey(time), time, gathered.observations, List.of(), Set.of(), List.of(document));
    return new RecordOutcome.CheckupRead(
        at.entry().index(), at.person(), checkup, 0, 0, gathered.warnings);
  }

  private void items(JsonObject parent, String path, int depth, Gathered into) {
    int index = 0;
    for (JsonObject item : parent.objects("item")) {
      String place = path + "/item/" + index;
      answers(item, place, depth, into);
      if (depth < MAX_DEPTH) {
        items(item, place, depth + 1, into);
      }
      index++;
    }
  }

  private void answers(JsonObject item, String path, int depth, Gathered into) {
    Coding code = code(item);
    Item known = code == null ? null : this.items.resolve(List.of(code)).orElse(null);
    int index = 0;
    for (JsonObject answer : item.objects("answer")) {
      String place = path + "/answer/" + index;
      String member = Values.member(answer);
      if (member != null) {
        ReadValue read = values.read(answer, member, known);
        into.line(item, answer, member, read);
        if (known != null && code != null && into.status != null) {
          into.add(code, read, place, index, into.status);
        }
      }
      if (depth < MAX_DEPTH) {
        items(answer, place, depth + 1, into);
      }
      index++;
    }
  }

  /** The item code a question carries, or null. */
  private @Nullable Coding code(JsonObject item) {
    return candidate(item.textOrEmpty("linkId"))
        .or(() -> candidate(item.textOrEmpty("definition")))
        .orElse(null);
  }

  private Optional<Coding> candidate(String name) {
    String tail = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('#')) + 1);
    for (String system : List.of(LOINC, CATALOGUE)) {
      Coding coding = new Coding(system, tail, "");
      if (!tail.isEmpty() && items.resolve(List.of(coding)).isPresent()) {
        return Optional.of(coding);
      }
    }
    return Optional.empty();
  }

  private static @Nullable Status status(String sent) {
    return switch (sent) {
      case "completed" -> Status.FINAL;
      case "amended" -> Status.CORRECTED;
      case "entered-in-error" -> Status.WITHDRAWN;
      default -> null;
    };
  }

  /** What one response gives, while it is read. */
  private static final class Gathered {
    private final Situation at;
    private final @Nullable EffectiveTime time;
    private final @Nullable Status status;
    private final String sourceKey;
    private final List<String> lines = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    Gathered(Situation at, @Nullable EffectiveTime time, @Nullable Status status) {
      this.at = at;
      this.time = time;
      this.status = status;
      this.sourceKey = at.sourceKey(time);
    }

    void line(JsonObject item, JsonObject answer, String member, ReadValue read) {
      String question = item.textOrEmpty("text");
      JsonObject coding = answer.object(member);
      String shown = coding == null ? "" : coding.textOrEmpty("display");
      String words = shown.isEmpty() ? (read.rawValue() + " " + read.rawUnit()).strip() : shown;
      lines.add((question.isEmpty() ? item.textOrEmpty("linkId") : question) + ": " + words);
    }

    void add(Coding code, ReadValue read, String below, int turn, Status held) {
      MappedValue mapped = read.mapped();
      if (read.fault() != null) {
        String place = at.place(below + "/" + read.member());
        warnings.add(new Warning(place, read.fault(), "the answer cannot be stored as a value"));
      }
      String key = sourceKey + "#" + code.code() + (turn == 0 ? "" : "~" + (turn + 1));
      observations.add(
          new Observation(
              mapped.itemCode(),
              mapped.unmapped(),
              mapped.value(),
              time,
              held,
              code,
              read.rawValue(),
              read.rawUnit(),
              key,
              at.place(below),
              mapped.implausible(),
              mapped.unitAssumed(),
              "",
              "",
              "",
              "",
              at.resource().textOrEmpty("questionnaire")));
    }
  }
}
