package health.lifelong.profile.genome.algorithm;

import health.lifelong.profile.genome.domain.GenomeBlock;
import java.util.zip.CRC32C;

/** What can be told of a block without unpacking it. */
public final class Blocks {
  private static final int SEX_AND_MITOCHONDRIAL = 22;
  private static final int OTHER = 99;

  private Blocks() {}

  /** True where the block is whole: its calls counted, its stretch in order, its checksum right. */
  public static boolean isSound(GenomeBlock block) {
    CRC32C crc = new CRC32C();
    crc.update(block.packed());
    return !block.chromosome().isBlank()
        && block.calls() >= 1
        && block.calls() <= GenomeBlock.MOST_CALLS
        && block.firstPosition() <= block.lastPosition()
        && crc.getValue() == block.checksum();
  }

  /** Place of a chromosome in karyotype order: 1 to 22, X, Y, MT, then all others. */
  public static int order(String chromosome) {
    String name = chromosome.startsWith("chr") ? chromosome.substring(3) : chromosome;
    return switch (name) {
      case "X" -> SEX_AND_MITOCHONDRIAL + 1;
      case "Y" -> SEX_AND_MITOCHONDRIAL + 2;
      case "MT", "M" -> SEX_AND_MITOCHONDRIAL + 3;
      default -> number(name);
    };
  }

  private static int number(String name) {
    boolean digits =
        name.length() <= 2 && !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    int number = digits ? Integer.parseInt(name) : OTHER;
    return number >= 1 && number <= SEX_AND_MITOCHONDRIAL ? number : OTHER;
  }
}
