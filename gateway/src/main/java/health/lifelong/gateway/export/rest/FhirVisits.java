package health.lifelong.gateway.export.rest;

import static health.lifelong.gateway.export.rest.FhirNode.coding;
import static health.lifelong.gateway.export.rest.FhirNode.concept;
import static health.lifelong.gateway.export.rest.FhirNode.object;
import static health.lifelong.gateway.export.rest.FhirNode.reference;
import static health.lifelong.gateway.export.rest.FhirNode.resource;
import static health.lifelong.gateway.export.rest.FhirNode.words;

import health.lifelong.common.v1.EffectiveTime;
import health.lifelong.profile.v1.Checkup;
import health.lifelong.profile.v1.CheckupView;
import health.lifelong.profile.v1.ClinicalStatement;
import health.lifelong.profile.v1.Document;
import health.lifelong.profile.v1.ListState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A checkup as an Encounter, and all that was measured and said at it. */
final class FhirVisits {
  private final String personId;
  private final FhirObservations observations;
  private final FhirStatements statements;

  FhirVisits(String personId) {
    this.personId = personId;
    this.observations = new FhirObservations(personId);
    this.statements = new FhirStatements(personId);
  }

  Stream<FhirNode> resources(CheckupView view) {
    Checkup checkup = view.getCheckup();
    String visit = view.getCheckupId();
    return Stream.of(
            Stream.of(encounter(view)),
            numbered(
                checkup.getObservationsCount(),
                i ->
                    observations.value(
                        id(visit, "observation", i),
                        view.getCentre(),
                        visit,
                        checkup.getObservations(i))),
            numbered(
                checkup.getStatementsCount(),
                i ->
                    statements.statement(
                        id(visit, "statement", i),
                        view.getCentre(),
                        visit,
                        checkup.getStatements(i))),
            numbered(checkup.getListsCount(), i -> list(view, i))
                .filter(list -> !list.json().isEmpty()),
            numbered(checkup.getDocumentsCount(), i -> document(view, i)))
        .flatMap(resources -> resources);
  }

  private static Stream<FhirNode> numbered(
      int count, java.util.function.IntFunction<FhirNode> resource) {
    return IntStream.range(0, count).mapToObj(resource);
  }

  /** The same thing of the same record has the same id in every export. */
  static String id(String whole, String kind, int index) {
    String name = whole + '|' + kind + '|' + index;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private FhirNode encounter(CheckupView view) {
    FhirNode encounter =
        resource("Encounter", view.getCheckupId(), view.getCentre())
            .with("status", "finished")
            .with("class", coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB", ""))
            .with("subject", reference(personId));
    if (view.getCheckup().hasEffectiveTime()) {
      EffectiveTime time = view.getCheckup().getEffectiveTime();
      encounter.with("period", period(time));
    }
    return encounter.with("serviceProvider", object().with("display", view.getCentre()));
  }

  private static FhirNode period(EffectiveTime time) {
    FhirNode period = object().with("start", Times.start(time));
    return time.hasEndMicros() ? period.with("end", Times.end(time)) : period;
  }

  /** A time that may be a moment or a period. */
  static void time(FhirNode resource, String name, EffectiveTime time) {
    if (time.hasEndMicros()) {
      resource.with(name + "Period", period(time));
    } else {
      resource.with(name + "DateTime", Times.start(time));
    }
  }

  /** That a person was asked and all is listed, even if that is nothing: FHIR's List. */
  private FhirNode list(CheckupView view, int index) {
    ListState list = view.getCheckup().getLists(index);
    if (!list.getComplete()) {
      return object();
    }
    List<FhirNode> entries = new ArrayList<>();
    for (int i = 0; i < view.getCheckup().getStatementsCount(); i++) {
      ClinicalStatement statement = view.getCheckup().getStatements(i);
      if (statement.getKind() == list.getKind()) {
        entries.add(object().with("item", reference(id(view.getCheckupId(), "statement", i))));
      }
    }
    FhirNode none = concept("http://terminology.hl7.org/CodeSystem/list-empty-reason", "nilknown");
    return resource("List", id(view.getCheckupId(), "list", index), view.getCentre())
        .with("status", "current")
        .with("mode", "snapshot")
        .with("code", words(Export.word(list.getKind().name(), "KIND_")))
        .with("subject", reference(personId))
        .with("encounter", reference(view.getCheckupId()))
        .withAll("entry", entries)
        .with("emptyReason", entries.isEmpty() ? none : object());
  }

  private FhirNode document(CheckupView view, int index) {
    Document document = view.getCheckup().getDocuments(index);
    return resource(
            "DocumentReference", id(view.getCheckupId(), "document", index), view.getCentre())
        .with("status", "current")
        .with("type", concept(List.of(coding(document.getCode())), document.getKind()))
        .with("subject", reference(personId))
        .with("description", document.getTitle())
        .withOne("content", text(document.getTitle(), document.getText()))
        .with("context", object().withOne("encounter", reference(view.getCheckupId())));
  }

  /** Plain text as the content of a DocumentReference. */
  static FhirNode text(String title, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return object()
        .with(
            "attachment",
            object()
                .with("contentType", "text/plain; charset=UTF-8")
                .with("data", Base64.getEncoder().encodeToString(bytes))
                .with("title", title));
  }
}
