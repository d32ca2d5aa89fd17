package health.lifelong.profile.genome;

import static health.lifelong.common.v1.Category.CATEGORY_GENETIC_RAW;
import static health.lifelong.common.v1.Category.CATEGORY_GENETIC_REPORT;
import static health.lifelong.common.v1.Category.CATEGORY_LIFESTYLE;
import static health.lifelong.common.v1.Purpose.PURPOSE_HEALTH_MANAGEMENT;
import static health.lifelong.common.v1.Purpose.PURPOSE_OWN_ACCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.ByteString;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.common.v1.Purpose;
import health.lifelong.common.v1.Quantity;
import health.lifelong.profile.kit.Entries;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.ConsentDecision.Decision;
import health.lifelong.profile.v1.Genome;
import health.lifelong.profile.v1.GenomeBlock;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.LifestyleDay;
import health.lifelong.profile.v1.LifestyleDays;
import health.lifelong.profile.v1.RecordEntry;
import health.lifelong.profile.v1.RecordResult;
import health.lifelong.profile.v1.StreamGenomeRequest;
import health.lifelong.profile.v1.StreamGenomeResponse;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GenomeServiceTest extends ServiceTest {
  private String somebody = "";

  @BeforeEach
  void somebodyIsKnown() {
    somebody =
        profile
            .write(
                Entries.entry(
                    Entries.person("seoul", Entries.chart(UUID.randomUUID().toString())),
                    Entries.visit("v")))
            .getPersonId();
  }

  @Test
  void aGenomeComesBackBlockByBlockInOrderOfPosition() {
    List<GenomeBlock> blocks = new ArrayList<>();
    for (String chromosome : List.of("X", "2", "10", "MT", "1")) {
      for (int i = 9; i >= 0; i--) {
        blocks.add(block(chromosome, i * 1_000 + 1));
      }
    }
    blocks.add(block("1", 1).toBuilder().setLastPosition(7).build());
    RecordResult first = profile.write(genome("g-1", blocks.subList(0, 30)));
    RecordResult second = profile.write(genome("g-1", blocks.subList(30, 51)));
    RecordResult again = profile.write(genome("g-1", blocks));
    grant(CATEGORY_GENETIC_RAW, PURPOSE_HEALTH_MANAGEMENT);

    List<StreamGenomeResponse> stream = stream(Tokens.analytics(), PURPOSE_HEALTH_MANAGEMENT);

    assertThat(first.getCreated()).isEqualTo(1);
    assertThat(second.getRevision()).isEqualTo(first.getRevision() + 1);
    assertThat(again.getUnchanged()).isEqualTo(1);
    assertThat(again.getRevision()).isZero();
    assertThat(stream).hasSize(51);
    assertThat(stream.getFirst().getGenome().getBuild()).isEqualTo("GRCh38");
    assertThat(stream.stream().map(b -> b.getBlock().getChromosome()).distinct())
        .containsExactly("1", "2", "10", "X", "MT");
    for (int i = 0; i < stream.size(); i++) {
      assertThat(stream.get(i).getSequence()).isEqualTo(i);
      assertThat(blocks).contains(stream.get(i).getBlock());
    }
  }

  @Test
  void withoutConsentNoBlockLeavesAndTheRefusalIsInTheTrail() {
    profile.write(genome("g-2", List.of(block("1", 1))));

    assertThat(reason(catchThrowable(() -> stream(Tokens.analytics(), PURPOSE_HEALTH_MANAGEMENT))))
        .isEqualTo(ErrorReason.ERROR_REASON_CONSENT_MISSING);
    grant(CATEGORY_GENETIC_RAW, PURPOSE_OWN_ACCESS);
    assertThat(reason(catchThrowable(() -> stream(Tokens.person(somebody), PURPOSE_OWN_ACCESS))))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
    assertThat(
            reason(
                catchThrowable(
                    () -> stream(Tokens.clinician("dr", "seoul"), PURPOSE_HEALTH_MANAGEMENT))))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
    assertThat(
            query(
                "SELECT permitted::text || ' ' || rule AS e FROM access_event WHERE person_id = $1 AND action = 'genome.read'"
                    + " ORDER BY sequence",
                row -> row.getString("e"),
                UUID.fromString(somebody)))
        .containsExactly(
            "false consent:P2/GENX=none", "false purpose:P1", "false role:clinician/P2");
  }

  @Test
  void aMessageOfTwelveMegabytesIsTaken() {
    List<GenomeBlock> blocks = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      blocks.add(block("1", i * 1_000 + 1, 12_000));
    }

    assertThat(profile.write(genome("g-5", blocks)).getCreated()).isEqualTo(1);

    grant(CATEGORY_GENETIC_RAW, PURPOSE_HEALTH_MANAGEMENT);
    assertThat(stream(Tokens.person(somebody), PURPOSE_HEALTH_MANAGEMENT)).hasSize(1_000);
  }

  @Test
  void aBlockWithAWrongChecksumIsRefused() {
    GenomeBlock broken = block("1", 1).toBuilder().setChecksum(7).build();

    assertThat(reason(catchThrowable(() -> profile.write(genome("g-3", List.of(broken))))))
        .isEqualTo(ErrorReason.ERROR_REASON_ARGUMENT_INVALID);
  }

  @Test
  void theHeadOfAGenomeIsAGeneticReport() {
    profile.write(genome("g-4", List.of(block("1", 1))));
    assertThat(profile.own(somebody).getGenomesList()).isEmpty();

    grant(CATEGORY_GENETIC_REPORT, PURPOSE_OWN_ACCESS);

    assertThat(profile.own(somebody).getGenomes(0).getGenome().getVendor()).isEqualTo("array-x");
    assertThat(profile.own(somebody).getGenomes(0).getGenome().getBlocksList()).isEmpty();
  }

  @Test
  void lifestyleDaysAreKeptOnceAndALaterBackfillSupersedes() {
    RecordEntry export = days(day("2026-04-01", "8000", "h1"), day("2026-04-02", "9000", "h2"));
    assertThat(profile.write(export).getCreated()).isEqualTo(2);
    assertThat(profile.write(export).getUnchanged()).isEqualTo(2);

    RecordResult backfill =
        profile.write(days(day("2026-04-01", "8000", "h1"), day("2026-04-02", "9900", "h3")));
    assertThat(backfill.getUnchanged()).isEqualTo(1);
    assertThat(backfill.getSuperseded()).isEqualTo(1);
    assertThat(profile.write(export).getStale()).isEqualTo(1);

    GetRecordResponse own = profile.own(somebody);
    assertThat(own.getLifestyleDaysList())
        .containsExactly(day("2026-04-01", "8000", "h1"), day("2026-04-02", "9900", "h3"));
    assertThat(
            profile
                .read(Tokens.analytics(), somebody, PURPOSE_HEALTH_MANAGEMENT, CATEGORY_LIFESTYLE)
                .getLifestyleDaysList())
        .isEmpty();
  }

  private void grant(health.lifelong.common.v1.Category category, Purpose purpose) {
    profile.decide(somebody, category, purpose, "institute", Decision.DECISION_GRANT);
  }

  private List<StreamGenomeResponse> stream(String token, Purpose purpose) {
    List<StreamGenomeResponse> blocks = new ArrayList<>();
    profile
        .records(token)
        .streamGenome(
            StreamGenomeRequest.newBuilder().setPersonId(somebody).setPurpose(purpose).build())
        .forEachRemaining(blocks::add);
    return blocks;
  }

  private RecordEntry genome(String sourceKey, List<GenomeBlock> blocks) {
    return RecordEntry.newBuilder()
        .setPerson(Entries.byId(somebody))
        .setSource(Entries.source("phone", UUID.randomUUID().toString()))
        .setGenome(
            Genome.newBuilder()
                .setSourceKey(sourceKey)
                .setBuild("GRCh38")
                .setVendor("array-x")
                .setTechnology("array")
                .setVariants(500)
                .addAllBlocks(blocks))
        .build();
  }

  private static GenomeBlock block(String chromosome, int first) {
    return block(chromosome, first, 200);
  }

  private static GenomeBlock block(String chromosome, int first, int bytes) {
    byte[] packed = new byte[bytes];
    new Random(first).nextBytes(packed);
    CRC32C crc = new CRC32C();
    crc.update(packed);
    return GenomeBlock.newBuilder()
        .setChromosome(chromosome)
        .setFirstPosition(first)
        .setLastPosition(first + 900)
        .setCalls(10)
        .setPacked(ByteString.copyFrom(packed))
        .setChecksum((int) crc.getValue())
        .build();
  }

  private RecordEntry days(LifestyleDay... days) {
    return RecordEntry.newBuilder()
        .setPerson(Entries.byId(somebody))
        .setSource(Entries.source("phone", UUID.randomUUID().toString()))
        .setLifestyleDays(LifestyleDays.newBuilder().addAllDays(List.of(days)))
        .build();
  }

  private static LifestyleDay day(String date, String steps, String hash) {
    return LifestyleDay.newBuilder()
        .setLocalDay(date)
        .setSignal("steps")
        .setValue(Quantity.newBuilder().setValue(steps).setUnit("{steps}"))
        .setStatistic("sum")
        .setSource("phone")
        .addSources("phone")
        .addSources("watch")
        .setSamples(12)
        .setCoverageMinutes(400)
        .setAlgorithmVersion("1")
        .setInputsHash(hash)
        .build();
  }
}
