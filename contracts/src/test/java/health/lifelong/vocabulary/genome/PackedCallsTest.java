package health.lifelong.vocabulary.genome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackedCallsTest {
  private static final List<String> BASES = List.of("A", "C", "G", "T");

  @Test
  void everyListOfCallsComesBackAsItWas() {
    long seed = new Random().nextLong();
    System.out.println("PackedCallsTest seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<Call> calls = calls(random, 1 + random.nextInt(round % 10 == 0 ? 4_096 : 60));
      CallBlock block = CallBlock.of(calls);
      assertThat(block.unpack()).as("seed %d round %d", seed, round).isEqualTo(calls);
      assertThat(block.first()).isEqualTo(calls.getFirst().position());
      assertThat(block.last()).isEqualTo(calls.stream().mapToInt(Call::end).max().orElseThrow());
    }
  }

  @Test
  void aBlockOfArrayCallsTakesAtMostEightBytesACall() {
    Random random = new Random(7);
    List<Call> calls = new ArrayList<>();
    int position = 60_000;
    for (int i = 0; i < PackedCalls.MAX_CALLS; i++) {
      position += 1 + random.nextInt(8_000);
      String first = BASES.get(random.nextInt(4));
      String second = random.nextInt(4) == 0 ? BASES.get(random.nextInt(4)) : first;
      List<String> alleles = first.equals(second) ? List.of(first) : List.of(first, second);
      calls.add(
          new Call(
              "1",
              position,
              position,
              "rs" + (1 + random.nextInt(60_000_000)),
              alleles,
              false,
              0,
              alleles.size() - 1,
              false,
              null,
              CallState.CALLED));
    }
    double bytes = CallBlock.of(calls).packed().length / (double) calls.size();
    System.out.printf("packed array calls: %.2f bytes a call%n", bytes);
    assertThat(bytes).isLessThanOrEqualTo(8.0);
  }

  @Test
  void aDamagedBlockIsRefusedAndNeverReadWrong() {
    CallBlock block = CallBlock.of(calls(new Random(3), 500));
    long seed = 11;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      byte[] packed = block.packed().clone();
      packed[random.nextInt(packed.length)] ^= (byte) (1 + random.nextInt(255));
      CallBlock damaged =
          new CallBlock("1", block.first(), block.last(), block.calls(), packed, block.checksum());
      assertThatThrownBy(damaged::unpack)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("checksum");
    }
  }

  @Test
  void bytesThatAreNoBlockGiveAnArgumentErrorAndNothingElse() {
    Random random = new Random(5);
    for (int round = 0; round < 2_000; round++) {
      byte[] noise = new byte[random.nextInt(60)];
      random.nextBytes(noise);
      if (noise.length > 0) {
        noise[0] = 1;
      }
      Throwable thrown = catchThrowable(() -> PackedCalls.unpack("1", noise));
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void callsOutOfOrderOrOfTwoChromosomesAreNotPacked() {
    Call at5 = call("1", 5);
    assertThatThrownBy(() -> PackedCalls.pack(List.of(at5, call("1", 4))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PackedCalls.pack(List.of(at5, call("2", 6))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PackedCalls.pack(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Call call(String chromosome, int position) {
    return new Call(
        chromosome,
        position,
        position,
        null,
        List.of("A"),
        false,
        0,
        0,
        false,
        null,
        CallState.CALLED);
  }

  static List<Call> calls(RandomGenerator random, int count) {
    List<Call> calls = new ArrayList<>();
    int position = 0;
    for (int i = 0; i < count; i++) {
      position += random.nextInt(5) == 0 ? 0 : random.nextInt(100_000);
      calls.add(random(random, position));
    }
    return calls;
  }

  private static Call random(RandomGenerator random, int position) {
    List<String> alleles = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      alleles.add(
          random.nextInt(9) == 0
              ? "<DEL>"
              : BASES.get(random.nextInt(4)).repeat(1 + i * random.nextInt(9)));
    }
    boolean refKnown = count > 0 && random.nextBoolean();
    int first = random.nextInt(count + 1) - 1;
    int second = random.nextInt(count + 2) - 2;
    CallState state = CallState.values()[random.nextInt(CallState.values().length)];
    int end = refKnown ? position + alleles.getFirst().length() - 1 : position;
    if (state == CallState.REF_BLOCK || random.nextInt(30) == 0) {
      end = position + random.nextInt(100_000);
    }
    return new Call(
        "1",
        position,
        end,
        random.nextBoolean() ? "rs" + (1 + random.nextLong(0xFFFF_FFFFL)) : null,
        alleles,
        refKnown,
        first,
        second,
        random.nextBoolean(),
        phaseSet(random),
        state);
  }

  private static @Nullable Integer phaseSet(RandomGenerator random) {
    return random.nextInt(6) == 0 ? Integer.valueOf(random.nextInt()) : null;
  }
}
