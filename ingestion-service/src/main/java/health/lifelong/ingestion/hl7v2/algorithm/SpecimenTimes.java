package health.lifelong.ingestion.hl7v2.algorithm;

import java.util.Arrays;
import java.util.List;

/**
 * Finds SPM-17 for an OBX: of the specimen before it in the same order, else of the first one after
 * it, since ORU^R01 puts the specimen behind the results of its order.
 */
final class SpecimenTimes {
  private final String[] times;

  SpecimenTimes(List<Hl7Segment> segments) {
    times = new String[segments.size()];
    Arrays.fill(times, "");
    String current = "";
    int orderStart = 0;
    boolean answered = false;
    for (int i = 0; i < times.length; i++) {
      Hl7Segment segment = segments.get(i);
      if (segment.is("OBR") || segment.is("PID") || segment.is("ORC")) {
        current = "";
        orderStart = i;
        answered = false;
      } else if (segment.is("SPM")) {
        current = segment.text(17, 1);
        if (!answered) {
          Arrays.fill(times, orderStart, i, current);
        }
        answered = true;
      }
      times[i] = current;
    }
  }

  /**
   * The first time of SPM-17 as sent, for the segment at this position; empty where there is none.
   */
  String timeOf(int position) {
    return times[position];
  }
}
