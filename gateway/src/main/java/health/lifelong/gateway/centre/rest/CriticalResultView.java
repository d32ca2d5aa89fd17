package health.lifelong.gateway.centre.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.protobuf.Timestamp;
import health.lifelong.common.v1.Comparator;
import health.lifelong.common.v1.EffectiveTime;
import health.lifelong.profile.v1.CriticalResult;
import health.lifelong.profile.v1.CriticalResultEvent;
import health.lifelong.profile.v1.ListCriticalResultsResponse;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A critical value and what has become of it, for the centre that made it. Numbers are exact
 * decimal text, units UCUM, times UTC.
 *
 * @param checkupSourceKey the centre's own key of the visit
 * @param rule the limit that was reached, such as {@code K >= 6.2 mmol/L}
 * @param implausible outside the plausible range: look at the specimen too
 * @param level of the on-call list that was told last; 0 where nobody was yet
 * @param nextEscalationAt when the next level is told, while open
 * @param events oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CriticalResultView(
    String criticalId,
    String personId,
    String centre,
    String checkupId,
    String checkupSourceKey,
    String item,
    String nameKo,
    String nameEn,
    String comparator,
    String value,
    String unit,
    @Nullable String measuredAt,
    String rule,
    boolean implausible,
    String state,
    String openedAt,
    int level,
    @Nullable String nextEscalationAt,
    List<Event> events) {

  /** One thing that happened. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Event(
      String kind,
      String at,
      int level,
      String actorRole,
      String actor,
      String detail,
      String note,
      @Nullable String statedAt) {}

  /** A page, newest first. */
  public record Page(List<CriticalResultView> results, String nextPageToken) {
    static Page of(ListCriticalResultsResponse page) {
      return new Page(
          page.getResultsList().stream().map(CriticalResultView::of).toList(),
          page.getNextPageToken());
    }
  }

  static CriticalResultView of(CriticalResult result) {
    Optional<Item> item = ItemCatalogue.standard().byCode(result.getItemCode());
    return new CriticalResultView(
        result.getCriticalId(),
        result.getPersonId(),
        result.getCentre(),
        result.getCheckupId(),
        result.getCheckupSourceKey(),
        result.getItemCode(),
        item.map(Item::nameKo).orElse(""),
        item.map(Item::nameEn).orElse(""),
        sign(result.getValue().getComparator()),
        result.getValue().getValue(),
        result.getValue().getUnit(),
        result.hasEffectiveTime() ? instant(result.getEffectiveTime()) : null,
        result.getRule(),
        result.getImplausible(),
        word(result.getState().name(), "CRITICAL_RESULT_STATE_"),
        instant(result.getOpenedTime()),
        result.getLevel(),
        result.hasNextEscalationTime() ? instant(result.getNextEscalationTime()) : null,
        result.getEventsList().stream().map(CriticalResultView::event).toList());
  }

  private static Event event(CriticalResultEvent event) {
    return new Event(
        word(event.getKind().name(), "KIND_"),
        instant(event.getRecordedTime()),
        event.getLevel(),
        event.getActorRole(),
        event.getActor(),
        event.getDetail(),
        event.getNote(),
        event.hasStatedTime() ? instant(event.getStatedTime()) : null);
  }

  private static String sign(Comparator comparator) {
    return switch (comparator) {
      case COMPARATOR_LESS -> "<";
      case COMPARATOR_LESS_OR_EQUAL -> "<=";
      case COMPARATOR_GREATER_OR_EQUAL -> ">=";
      case COMPARATOR_GREATER -> ">";
      case COMPARATOR_UNSPECIFIED, UNRECOGNIZED -> "";
    };
  }

  private static String instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).toString();
  }

  private static String instant(EffectiveTime time) {
    return Instant.EPOCH.plus(time.getStartMicros(), ChronoUnit.MICROS).toString();
  }

  private static String word(String name, String prefix) {
    return name.substring(prefix.length()).toLowerCase(Locale.ROOT);
  }
}
