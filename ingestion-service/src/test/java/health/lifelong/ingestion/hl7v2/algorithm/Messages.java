package health.lifelong.ingestion.hl7v2.algorithm;

import health.lifelong.ingestion.hl7v2.domain.Hl7Reading;
import health.lifelong.ingestion.hl7v2.domain.SenderContract;
import health.lifelong.ingestion.mapping.algorithm.CatalogueResolver;
import health.lifelong.ingestion.record.domain.Observation;
import health.lifelong.ingestion.record.domain.RecordOutcome.CheckupRead;
import health.lifelong.vocabulary.ItemCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Small messages for tests, and their reading. */
final class Messages {
  static final String MSH =
      "MSH|^~\\&|LIS|CENTRE3|HUB|INST|20260304093000+0900||ORU^R01^ORU_R01|M1|P|2.5.1||||||UNICODE UTF-8";
  static final String PID = "PID|1||C3-000123^^^CENTRE3^PI||홍^길동||19800102|M";
  static final String OBR = "OBR|1||A0001|24331-1^Lipid panel^LN|||20260304083000+0900";
  static final String TC = "OBX|1|NM|2093-3^Cholesterol^LN||182|mg/dL|<200|N|||F";
  static final Hl7Judge JUDGE = new Hl7Judge(new CatalogueResolver(ItemCatalogue.standard()));

  private Messages() {}

  static String text(String... segments) {
    return String.join("\r", segments) + "\r";
  }

  static byte[] bytes(String... segments) {
    return text(segments).getBytes(StandardCharsets.UTF_8);
  }

  /** A result message with these segments below the usual header, person and order. */
  static byte[] results(String... segments) {
    return (text(MSH, PID, OBR) + text(segments)).getBytes(StandardCharsets.UTF_8);
  }

  static Hl7Reading read(byte[] frame) {
    return JUDGE.read(frame, SenderContract.standard(), 0);
  }

  static CheckupRead checkup(byte[] frame) {
    return (CheckupRead) read(frame).outcomes().getFirst();
  }

  static Observation observation(String obx) {
    List<Observation> all = checkup(results(obx)).checkup().observations();
    return all.getFirst();
  }

  /**
   * The contract the hostile cases are written for: production only, one facility, demographics
   * held strictly.
   */
  static SenderContract strict() {
    return new SenderContract(
        Set.of("P"),
        Set.of("CENTRE3"),
        ZoneId.of("Asia/Seoul"),
        SenderContract.MS949,
        true,
        Map.of(),
        5_000);
  }
}
