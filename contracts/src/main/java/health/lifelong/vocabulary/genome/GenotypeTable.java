package health.lifelong.vocabulary.genome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All calls of one sample in sorted arrays: about 20 bytes a call (700,000 calls of an array are 14
 * MB), looked up by binary search.
 */
public final class GenotypeTable implements Genotypes {
  private final String build;
  private final Map<String, CallColumns> byName;
  private final List<CallColumns> byIndex;
  private final int[] bases;

  /** rsID in the upper half, number of the call in the lower; sorted. */
  private final long[] rsids;

  private GenotypeTable(String build, TreeMap<String, CallColumns> chromosomes) {
    this.build = build;
    byName = Map.copyOf(chromosomes);
    byIndex = List.copyOf(chromosomes.values());
    bases = new int[byIndex.size()];
    int total = 0;
    int named = 0;
    for (int i = 0; i < bases.length; i++) {
      bases[i] = total;
      total += byIndex.get(i).size();
      named += byIndex.get(i).named();
    }
    rsids = new long[named];
    int at = 0;
    for (int i = 0; i < bases.length; i++) {
      at = byIndex.get(i).rsids(rsids, at, bases[i]);
    }
    Arrays.sort(rsids);
  }

  @Override
  public String build() {
    return build;
  }

  /** How many calls there are. */
  public int size() {
    return byIndex.stream().mapToInt(CallColumns::size).sum();
  }

  @Override
  public Stream<Call> at(String chromosome, int position) {
    CallColumns columns = byName.get(chromosome);
    if (columns == null) {
      return Stream.empty();
    }
    int from = columns.firstAt(position);
    int to = from;
    while (to < columns.size() && columns.position(to) == position) {
      to++;
    }
    // A score asks this of a million places, and all but a few have one call or none.
    return switch (to - from) {
      case 0 -> Stream.empty();
      case 1 -> Stream.of(columns.call(from));
      default -> IntStream.range(from, to).mapToObj(columns::call);
    };
  }

  @Override
  public Optional<Call> byRsid(String rsid) {
    long number = RsId.number(rsid);
    if (number == 0) {
      return Optional.empty();
    }
    long key = (long) (int) number << 32;
    int at = Arrays.binarySearch(rsids, key);
    at = at < 0 ? -at - 1 : at;
    if (at == rsids.length || rsids[at] >> 32 != key >> 32) {
      return Optional.empty();
    }
    int call = (int) rsids[at];
    int chromosome = Arrays.binarySearch(bases, call);
    chromosome = chromosome < 0 ? -chromosome - 2 : chromosome;
    return Optional.of(byIndex.get(chromosome).call(call - bases[chromosome]));
  }

  @Override
  public boolean provenReference(String chromosome, int position) {
    CallColumns columns = byName.get(chromosome);
    return columns != null && columns.covers(position);
  }

  @Override
  public Stream<Call> all() {
    return byIndex.stream().flatMap(CallColumns::calls);
  }

  /** Collects calls in any order; those of one position keep the order they came in. */
  public static final class Builder {
    private final Map<String, CallColumns> chromosomes = new HashMap<>();
    private final Map<CallShape, Integer> numbers = new HashMap<>();
    private final List<CallShape> shapes = new ArrayList<>();

    /** Adds one call. */
    public Builder add(Call call) {
      int shape =
          numbers.computeIfAbsent(
              CallShape.of(call),
              s -> {
                shapes.add(s);
                return shapes.size() - 1;
              });
      chromosomes
          .computeIfAbsent(call.chromosome(), name -> new CallColumns(name, shapes))
          .add(call, shape);
      return this;
    }

    /** Adds the calls of a block, checksum held. */
    public Builder add(CallBlock block) {
      block.unpack().forEach(this::add);
      return this;
    }

    /**
     * The table; the builder is spent.
     *
     * @param build GRCh36, GRCh37, GRCh38 or unknown
     */
    public GenotypeTable build(String build) {
      TreeMap<String, CallColumns> sorted = new TreeMap<>(Chromosome.ORDER);
      chromosomes.forEach((name, columns) -> sorted.put(name, columns.sealed()));
      return new GenotypeTable(build, sorted);
    }
  }
}
