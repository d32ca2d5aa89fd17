package health.lifelong.ingestion.hl7v2.domain;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * What was agreed with the sender of a connection; data, not code.
 *
 * @param processingIds MSH-11 values taken; empty takes all
 * @param facilities MSH-4.1 values that belong to the sender; empty takes all
 * @param zone zone of times sent without an offset
 * @param fallbackCharset for messages that name none and are not UTF-8
 * @param strictDemographics an unknown sex code or an impossible birth date refuses the message
 *     instead of being told
 * @param unitByItem units of values sent without one, by item code
 * @param maximumObservations OBX segments in one message
 */
public record SenderContract(
    Set<String> processingIds,
    Set<String> facilities,
    ZoneId zone,
    Charset fallbackCharset,
    boolean strictDemographics,
    Map<String, String> unitByItem,
    int maximumObservations) {

  /** MS949, which reads every byte sequence of EUC-KR as well. */
  public static final Charset MS949 = Charset.forName("x-windows-949");

  public SenderContract {
    processingIds = Set.copyOf(processingIds);
    facilities = Set.copyOf(facilities);
    unitByItem = Map.copyOf(unitByItem);
  }

  /** A Korean centre without agreements of its own (design.md section 9). */
  public static SenderContract standard() {
    return new SenderContract(
        Set.of(), Set.of(), ZoneId.of("Asia/Seoul"), MS949, false, Map.of(), 5_000);
  }
}
