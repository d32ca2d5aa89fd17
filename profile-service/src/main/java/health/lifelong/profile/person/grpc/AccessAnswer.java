package health.lifelong.profile.person.grpc;

import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.Purpose;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.v1.ListAccessEventsResponse;
import java.util.List;

/** Writes audit events as the person sees them. */
final class AccessAnswer {
  private AccessAnswer() {}

  /** A page of {@code size} events; one event more says that another page follows. */
  static ListAccessEventsResponse page(List<AccessEvent> events, int size) {
    List<AccessEvent> shown = events.subList(0, Math.min(size, events.size()));
    ListAccessEventsResponse.Builder page = ListAccessEventsResponse.newBuilder();
    shown.forEach(event -> page.addEvents(of(event)));
    if (events.size() > size) {
      page.setNextPageToken(Long.toString(shown.getLast().sequence()));
    }
    return page.build();
  }

  private static health.lifelong.profile.v1.AccessEvent of(AccessEvent event) {
    health.lifelong.profile.v1.AccessEvent.Builder answer =
        health.lifelong.profile.v1.AccessEvent.newBuilder()
            .setSequence(event.sequence())
            .setRecordedTime(ConsentAnswer.timestamp(event.recordedAt()))
            .setActorRole(event.role().word())
            .setActor(event.actor())
            .setAction(event.action())
            .setDecision(event.permitted() ? "permit" : "deny")
            .setRule(event.rule())
            .setActorCentre(event.source().centre())
            .setClient(event.source().client())
            .setReason(event.source().reason());
    if (event.purpose() != null) {
      answer.setPurpose(Purpose.forNumber(event.purpose().number()));
    }
    event.categories().forEach(c -> answer.addCategories(Category.forNumber(c.number())));
    return answer.build();
  }
}
