package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.record.domain.Checkup;
import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.ingestion.record.domain.Document;
import health.lifelong.ingestion.record.domain.EffectiveTime;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.Statement;
import health.lifelong.ingestion.record.domain.Statement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads reports, compositions and lists: the sender's words, coded conclusions, and lists stated to
 * be empty.
 */
final class Documents {
  private static final String ENTERED_IN_ERROR = "entered-in-error";

  private Documents() {}

  /** DiagnosticReport: its conclusion as text, its coded conclusions as findings. */
  static RecordOutcome report(Situation at) {
    JsonObject resource = at.resource();
    EffectiveReading time = EffectiveReading.of(at, "effectiveDateTime", "effectivePeriod");
    String status = resource.textOrEmpty("status");
    if (status.equals(ENTERED_IN_ERROR) || status.equals("cancelled")) {
      return outcome(at, time, List.of(), Set.of(), List.of());
    }
    List<JsonObject> conclusions = resource.objects("conclusionCode");
    List<Statement> findings = new ArrayList<>();
    String key = at.sourceKey(time.time());
    for (int i = 0; i < conclusions.size(); i++) {
      JsonObject conclusion = conclusions.get(i);
      findings.add(
          new Statement(
              Kind.FINDING,
              Concepts.codings(conclusion),
              Concepts.words(conclusion),
              status,
              time.time(),
              key + "#conclusion-" + i,
              at.place("/conclusionCode/" + i)));
    }
    String text = resource.textOrEmpty("conclusion");
    String codes = Concepts.lines(conclusions);
    String words = text.isEmpty() || codes.isEmpty() ? text + codes : text + "\n" + codes;
    return outcome(
        at, time, findings, Set.of(), List.of(document(at, "report", "code", words, time)));
  }

  /** Composition: its table of contents, and which sections say that nothing is known. */
  static RecordOutcome composition(Situation at) {
    EffectiveReading time = EffectiveReading.of(at, "date");
    if (at.resource().textOrEmpty("status").equals(ENTERED_IN_ERROR)) {
      return outcome(at, time, List.of(), Set.of(), List.of());
    }
    List<String> titles = new ArrayList<>();
    titles(at.resource(), titles);
    Document document = document(at, "composition", "type", String.join("\n", titles), time);
    Set<Kind> complete = KnownAbsence.emptyLists(at.resource());
    return outcome(at, time, List.of(), complete, List.of(document));
  }

  /** List: which kind it says to be empty. */
  static RecordOutcome list(Situation at) {
    EffectiveReading time = EffectiveReading.of(at, "date");
    boolean holds = !at.resource().textOrEmpty("status").equals(ENTERED_IN_ERROR);
    Set<Kind> complete = holds ? KnownAbsence.emptyLists(at.resource()) : Set.of();
    return outcome(at, time, List.of(), complete, List.of());
  }

  private static Document document(
      Situation at, String kind, String codeMember, String text, EffectiveReading time) {
    JsonObject code = at.resource().object(codeMember);
    Coding coding = Concepts.head(code);
    String own = at.resource().textOrEmpty("title");
    String title = own.isEmpty() ? Concepts.words(code) : own;
    return new Document(kind, coding, title, text, at.sourceKey(time.time()), at.place(""));
  }

  private static void titles(JsonObject parent, List<String> titles) {
    for (JsonObject section : parent.objects("section")) {
      String own = section.textOrEmpty("title");
      String title = own.isEmpty() ? Concepts.words(section.object("code")) : own;
      if (!title.isEmpty()) {
        titles.add(title);
      }
      titles(section, titles);
    }
  }

  private static RecordOutcome outcome(
      Situation at,
      EffectiveReading time,
      List<Statement> statements,
      Set<Kind> complete,
      List<Document> documents) {
    EffectiveTime when = time.time();
    Checkup checkup =
        new Checkup(at.visitKey(when), when, List.of(), statements, complete, documents);
    return new RecordOutcome.CheckupRead(
        at.entry().index(), at.person(), checkup, 0, 0, time.warnings());
  }
}
