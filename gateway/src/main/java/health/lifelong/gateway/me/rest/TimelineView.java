package health.lifelong.gateway.me.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The record by time: visits newest first, and for every item that was measured as a number its
 * series oldest first. Values that are unmapped, implausible or without a time are in the record
 * and in no series.
 */
public record TimelineView(List<Visit> visits, List<Series> series) {

  /** One visit. */
  public record Visit(String date, String precision, String centre, int values) {}

  /** The values of one item. */
  public record Series(
      String item, String nameKo, String nameEn, String unit, List<Point> points) {}

  /** One value at its date. */
  public record Point(String date, String value, String centre) {}

  static TimelineView of(RecordView record) {
    List<Visit> visits = new ArrayList<>();
    Map<String, Series> series = new LinkedHashMap<>();
    Map<String, TreeMap<String, Point>> points = new LinkedHashMap<>();
    for (RecordView.Checkup checkup : record.checkups()) {
      RecordView.Time when = checkup.time();
      if (when != null) {
        visits.add(
            new Visit(
                local(when), when.precision(), checkup.centre(), checkup.observations().size()));
      }
      for (RecordView.Value value : checkup.observations()) {
        collect(checkup.centre(), value, series, points);
      }
    }
    visits.sort((first, second) -> second.date().compareTo(first.date()));
    return new TimelineView(
        visits,
        series.values().stream()
            .map(
                item ->
                    new Series(
                        item.item(),
                        item.nameKo(),
                        item.nameEn(),
                        item.unit(),
                        List.copyOf(points.getOrDefault(item.item(), new TreeMap<>()).values())))
            .toList());
  }

  private static void collect(
      String centre,
      RecordView.Value value,
      Map<String, Series> series,
      Map<String, TreeMap<String, Point>> points) {
    RecordView.Time time = value.time();
    boolean numeric =
        !value.unit().isEmpty() && !value.item().isEmpty() && value.comparator().isEmpty();
    if (time == null || !numeric || value.implausible() != null) {
      return;
    }
    series.putIfAbsent(
        value.item(),
        new Series(value.item(), value.nameKo(), value.nameEn(), value.unit(), List.of()));
    points
        .computeIfAbsent(value.item(), item -> new TreeMap<>())
        .put(local(time) + "|" + time.start(), new Point(local(time), value.value(), centre));
  }

  /** The local date at the offset the value carried. */
  private static String local(RecordView.Time time) {
    int offset = time.offsetMinutes() == null ? 0 : time.offsetMinutes();
    return java.time.Instant.parse(time.start())
        .atOffset(java.time.ZoneOffset.ofTotalSeconds(offset * 60))
        .toLocalDate()
        .toString();
  }
}
