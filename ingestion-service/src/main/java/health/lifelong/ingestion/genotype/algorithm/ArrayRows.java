package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of an array file, a column a field: about 24 bytes a row, since they must be sorted
 * before they are told.
 */
final class ArrayRows {
  /** The most rows of an array file; larger panels come as VCF, which is streamed. */
  static final int MAX_ROWS = 2_500_000;

  private static final int MAX_GENOTYPES = 100_000;

  private final List<String> chromosomes = new ArrayList<>();
  private final List<ArrayGenotype> genotypes = new ArrayList<>();
  private final Map<ArrayGenotype, Integer> genotypeNumbers = new HashMap<>();
  private byte[] chromosome = new byte[1_024];
  private int[] position = new int[1_024];
  private int[] rsid = new int[1_024];
  private int[] genotype = new int[1_024];
  private int[] line = new int[1_024];
  private int[] record = new int[1_024];
  private int size;

  void add(
      String chromosomeName,
      int at,
      long rsidNumber,
      ArrayGenotype read,
      long lineNumber,
      long recordIndex)
      throws UnreadableFile {
    if (size == MAX_ROWS || genotypes.size() == MAX_GENOTYPES) {
      throw new UnreadableFile(
          Reason.TOO_LARGE,
          "an array file has at most %d rows; send larger ones as VCF".formatted(MAX_ROWS),
          lineNumber);
    }
    if (size == position.length) {
      grow();
    }
    int index = chromosomes.indexOf(chromosomeName);
    if (index < 0) {
      index = chromosomes.size();
      chromosomes.add(chromosomeName);
    }
    chromosome[size] = (byte) index;
    position[size] = at;
    rsid[size] = (int) rsidNumber;
    genotype[size] = number(read);
    line[size] = (int) lineNumber;
    record[size] = (int) recordIndex;
    size++;
  }

  private int number(ArrayGenotype read) {
    return genotypeNumbers.computeIfAbsent(
        read,
        g -> {
          genotypes.add(g);
          return genotypes.size() - 1;
        });
  }

  private void grow() {
    int capacity = size + size / 2;
    chromosome = Arrays.copyOf(chromosome, capacity);
    position = Arrays.copyOf(position, capacity);
    rsid = Arrays.copyOf(rsid, capacity);
    genotype = Arrays.copyOf(genotype, capacity);
    line = Arrays.copyOf(line, capacity);
    record = Arrays.copyOf(record, capacity);
  }

  int size() {
    return size;
  }

  String chromosome(int row) {
    return chromosomes.get(chromosome[row]);
  }

  int position(int row) {
    return position[row];
  }

  /** The number behind "rs", 0 for none. */
  long rsid(int row) {
    return rsid[row] & 0xFFFF_FFFFL;
  }

  ArrayGenotype genotype(int row) {
    return genotypes.get(genotype[row]);
  }

  void genotype(int row, ArrayGenotype read) {
    genotype[row] = number(read);
  }

  long line(int row) {
    return line[row];
  }

  long record(int row) {
    return record[row];
  }

  /** Every row's genotype read from the other strand. */
  void complement() {
    for (int row = 0; row < size; row++) {
      genotype(row, genotype(row).complement());
    }
  }

  /** Row numbers by rsID, then by file order; rows without one are left out. */
  int[] byRsid() {
    long[] keys = new long[size];
    int count = 0;
    for (int row = 0; row < size; row++) {
      if (rsid[row] != 0) {
        keys[count++] = (rsid(row) << 31) | row;
      }
    }
    Arrays.sort(keys, 0, count);
    return Arrays.stream(keys, 0, count).mapToInt(key -> (int) (key & 0x7FFF_FFFF)).toArray();
  }

  /** Row numbers of one chromosome by position, then by file order. */
  int[] sorted(String name) {
    int index = chromosomes.indexOf(name);
    long[] keys = new long[size];
    int count = 0;
    for (int row = 0; row < size; row++) {
      if (chromosome[row] == index) {
        keys[count++] = (long) position[row] << 32 | row;
      }
    }
    Arrays.sort(keys, 0, count);
    return Arrays.stream(keys, 0, count).mapToInt(key -> (int) key).toArray();
  }

  /** The chromosomes seen. */
  List<String> chromosomes() {
    return List.copyOf(chromosomes);
  }
}
