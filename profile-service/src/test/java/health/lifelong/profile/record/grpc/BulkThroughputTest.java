package health.lifelong.profile.record.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.common.v1.Coding;
import health.lifelong.common.v1.Quantity;
import health.lifelong.profile.kit.Entries;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.v1.Checkup;
import health.lifelong.profile.v1.Observation;
import health.lifelong.profile.v1.ObservationStatus;
import health.lifelong.profile.v1.RecordEntry;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.Item.ValueType;
import health.lifelong.vocabulary.ItemCatalogue;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Says how fast checkups of 110 items go in and how much room they take; it asserts the effect, not
 * the clock.
 */
@QuarkusTest
class BulkThroughputTest extends ServiceTest {
  private static final int CHECKUPS_A_BATCH = 100;
  private static final int BATCHES = Integer.getInteger("bulk.batches", 24);
  private static final int SENDERS = 4;
  private static final int ITEMS = 110;

  @Test
  void bulkCheckupsAreWritten() {
    List<Item> items =
        ItemCatalogue.standard().items().stream()
            .filter(item -> item.valueType() == ValueType.NUMERIC && item.ucum() != null)
            .limit(ITEMS)
            .toList();
    String run = UUID.randomUUID().toString();
    profile.write(batch(items, run + "warm", 0));
    long sizeBefore = size();
    List<List<RecordEntry>> batches =
        IntStream.range(0, BATCHES).mapToObj(i -> batch(items, run, i)).toList();
    long start = System.nanoTime();
    long cpu = cpuTime();
    try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      batches.forEach(batch -> senders.execute(() -> profile.write(batch)));
    }
    double cpuMillis = (cpuTime() - cpu) / 1e6;
    double seconds = (System.nanoTime() - start) / 1e9;
    long checkups = (long) BATCHES * CHECKUPS_A_BATCH;
    long bytes = (size() - sizeBefore) / checkups;
    start = System.nanoTime();
    int unchanged =
        profile.write(batch(items, run, 0)).stream().mapToInt(r -> r.getUnchanged()).sum();
    double again = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "profile bulk, %d senders: %.0f checkups/s, %.0f observations/s, %.2f ms CPU of service and senders a checkup,"
            + " %d bytes a checkup of %d items; again unchanged: %.0f checkups/s%n",
        SENDERS,
        checkups / seconds,
        checkups * items.size() / seconds,
        cpuMillis / checkups,
        bytes,
        items.size(),
        CHECKUPS_A_BATCH / again);

    assertThat(unchanged).isEqualTo(CHECKUPS_A_BATCH * items.size());
  }

  private static long cpuTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  private static List<RecordEntry> batch(List<Item> items, String run, int batch) {
    List<RecordEntry> entries = new ArrayList<>();
    for (int i = 0; i < CHECKUPS_A_BATCH; i++) {
      String person = run + "-" + (batch * CHECKUPS_A_BATCH + i) / 3;
      String visit = "v" + batch + "-" + i;
      Checkup.Builder checkup =
          Checkup.newBuilder().setSourceKey(visit).setEffectiveTime(Entries.day("2025-03-04"));
      for (int k = 0; k < items.size(); k++) {
        checkup.addObservations(observation(items.get(k), visit, k));
      }
      entries.add(
          Entries.entry(
              Entries.person("seoul", Entries.chart(person)), run + visit, checkup.build()));
    }
    return entries;
  }

  private static Observation observation(Item item, String visit, int index) {
    String value = Integer.toString(50 + index) + ".5";
    String unit = String.valueOf(item.ucum());
    return Observation.newBuilder()
        .setItemCode(item.code())
        .setQuantity(Quantity.newBuilder().setValue(value).setUnit(unit))
        .setEffectiveTime(Entries.day("2025-03-04"))
        .setStatus(ObservationStatus.OBSERVATION_STATUS_FINAL)
        .setRawCode(
            Coding.newBuilder().setSystem("99LOC").setCode("L" + index).setDisplay(item.nameKo()))
        .setRawValue(value)
        .setRawUnit(unit)
        .setReferenceRange("10-120")
        .setSourceKey(visit + "|L" + index)
        .setPosition("OBX[" + index + "]")
        .build();
  }

  private long size() {
    return query("CHECKPOINT", row -> 0L).size()
        + query("SELECT pg_database_size(current_database()) AS n", row -> row.getLong("n"))
            .getFirst();
  }
}
