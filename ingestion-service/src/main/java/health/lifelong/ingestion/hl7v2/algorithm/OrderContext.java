package health.lifelong.ingestion.hl7v2.algorithm;

import health.lifelong.ingestion.record.domain.EffectiveTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the order group says of the observations below it.
 *
 * @param number filler order number, else placer order number, else empty
 * @param panel OBR-4 code
 * @param finished OBR-25 is F
 * @param effective OBR-7, else OBR-22; null where neither is told
 * @param effectiveText the text of that time as sent
 * @param invalidTimes numbers of the time fields that are no times
 */
record OrderContext(
    String number,
    String panel,
    boolean finished,
    @Nullable EffectiveTime effective,
    String effectiveText,
    List<Integer> invalidTimes) {
  static final OrderContext NONE = new OrderContext("", "", false, null, "", List.of());

  /** Before any OBR: only the numbers of ORC. */
  static OrderContext common(Hl7Segment orc) {
    return new OrderContext(first(orc.text(3, 1), orc.text(2, 1)), "", false, null, "", List.of());
  }

  OrderContext request(Hl7Segment obr, ZoneId zone) {
    List<Integer> invalid = new ArrayList<>();
    EffectiveTime effective = null;
    String text = "";
    for (int field : new int[] {7, 22}) {
      String raw = obr.text(field, 1);
      switch (Hl7Time.parse(raw, zone)) {
        case Hl7Time.Parsed.NotTold none -> {}
        case Hl7Time.Parsed.Invalid none -> invalid.add(field);
        case Hl7Time.Parsed.Time told -> {
          text = effective == null ? raw : text;
          effective = effective == null ? told.time() : effective;
        }
      }
    }
    return new OrderContext(
        first(first(obr.text(3, 1), obr.text(2, 1)), number),
        first(obr.text(4, 1), obr.text(4, 2)),
        obr.text(25, 1).startsWith("F"),
        effective,
        text,
        List.copyOf(invalid));
  }

  private static String first(String preferred, String other) {
    return preferred.isEmpty() ? other : preferred;
  }
}
