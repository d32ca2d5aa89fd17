package health.lifelong.vocabulary.genome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GenotypeTableTest {
  @Test
  void findsEveryCallByPlaceAndByRsidWhateverOrderTheyCameIn() {
    long seed = new Random().nextLong();
    System.out.println("GenotypeTableTest seed " + seed);
    Random random = new Random(seed);
    List<Call> calls = PackedCallsTest.calls(random, 3_000);
    List<Call> shuffled = new ArrayList<>(calls);
    Collections.shuffle(shuffled, random);
    GenotypeTable.Builder builder = new GenotypeTable.Builder();
    shuffled.forEach(builder::add);
    GenotypeTable table = builder.build("GRCh38");

    assertThat(table.size()).isEqualTo(calls.size());
    assertThat(table.all()).containsExactlyInAnyOrderElementsOf(calls);
    assertThat(table.all().map(Call::position)).isSorted();
    for (Call call : calls) {
      assertThat(table.at("1", call.position())).as("seed %d", seed).contains(call);
      String rsid = call.rsid();
      if (rsid != null) {
        assertThat(table.byRsid(rsid).orElseThrow().rsid()).isEqualTo(rsid);
      }
    }
    assertThat(table.at("2", calls.getFirst().position())).isEmpty();
    assertThat(table.byRsid("rs0")).isEmpty();
    assertThat(table.byRsid("i123")).isEmpty();
  }

  @Test
  void readsBackTheBlocksOfSeveralChromosomesInTheirOrder() {
    GenotypeTable.Builder builder = new GenotypeTable.Builder();
    for (String chromosome : List.of("X", "10", "2", "MT", "GL000192.1")) {
      builder.add(CallBlock.of(List.of(plain(chromosome, 7), plain(chromosome, 9))));
    }
    assertThat(builder.build("GRCh37").all().map(Call::chromosome).distinct())
        .containsExactly("2", "10", "X", "MT", "GL000192.1");
  }

  @Test
  void aReferenceBlockProvesEveryPositionItCoversAndNoOther() {
    GenotypeTable table =
        new GenotypeTable.Builder()
            .add(block(100, 900, CallState.REF_BLOCK))
            .add(block(200, 210, CallState.REF_BLOCK))
            .add(block(1_000, 1_100, CallState.FILTERED))
            .build("GRCh38");
    assertThat(table.provenReference("1", 100)).isTrue();
    assertThat(table.provenReference("1", 500)).isTrue();
    assertThat(table.provenReference("1", 900)).isTrue();
    assertThat(table.provenReference("1", 99)).isFalse();
    assertThat(table.provenReference("1", 901)).isFalse();
    assertThat(table.provenReference("1", 1_050)).isFalse();
    assertThat(table.provenReference("2", 500)).isFalse();
  }

  @Test
  void chromosomeNamesOfAllHabitsAreOne() {
    assertThat(List.of("chr7", "07", "7", "Chr7", "NC_000007.14"))
        .allSatisfy(name -> assertThat(Chromosome.of(name)).isEqualTo("7"));
    assertThat(Chromosome.of("23")).isEqualTo("X");
    assertThat(Chromosome.of("chrM")).isEqualTo("MT");
    assertThat(Chromosome.of("NC_012920.1")).isEqualTo("MT");
    assertThat(Chromosome.of("GL000192.1")).isEqualTo("GL000192.1");
    assertThat(Chromosome.known("GL000192.1")).isFalse();
  }

  private static Call plain(String chromosome, int position) {
    return new Call(
        chromosome,
        position,
        position,
        null,
        List.of("A", "G"),
        true,
        0,
        1,
        false,
        null,
        CallState.CALLED);
  }

  private static Call block(int from, int to, CallState state) {
    return new Call("1", from, to, null, List.of("A", "<*>"), true, 0, 0, false, null, state);
  }
}
