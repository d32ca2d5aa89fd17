package health.lifelong.profile.genome.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.genome.domain.GenomeBlock;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class BlocksTest {
  @Test
  void chromosomesStandInKaryotypeOrder() {
    assertThat(
            List.of("1", "2", "10", "22", "X", "Y", "MT", "GL000192.1").stream().map(Blocks::order))
        .containsExactly(1, 2, 10, 22, 23, 24, 25, 99);
    assertThat(Blocks.order("chr7")).isEqualTo(7);
    assertThat(Blocks.order("chrM")).isEqualTo(25);
    assertThat(Blocks.order("23")).isEqualTo(99);
  }

  @Test
  void aBlockIsSoundOnlyWithItsChecksumItsCountAndItsOrder() {
    byte[] packed = {1, 2, 3};
    CRC32C crc = new CRC32C();
    crc.update(packed);
    long right = crc.getValue();

    assertThat(Blocks.isSound(new GenomeBlock("1", 5, 9, 3, packed, right))).isTrue();
    assertThat(Blocks.isSound(new GenomeBlock("1", 5, 9, 3, packed, right + 1))).isFalse();
    assertThat(Blocks.isSound(new GenomeBlock("1", 9, 5, 3, packed, right))).isFalse();
    assertThat(Blocks.isSound(new GenomeBlock("1", 5, 9, 0, packed, right))).isFalse();
    assertThat(Blocks.isSound(new GenomeBlock("1", 5, 9, 4_097, packed, right))).isFalse();
    assertThat(Blocks.isSound(new GenomeBlock("", 5, 9, 3, packed, right))).isFalse();
  }
}
