package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.ingestion.genotype.domain.BlockSink;
import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallBlock;
import health.lifelong.vocabulary.genome.PackedCalls;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills blocks from calls. Of a sorted file the blocks follow each other; of another each block is
 * sorted in itself and their ranges may overlap. A full block, many long alleles or the end of a
 * chromosome begin the next one.
 */
final class BlockWriter {
  private static final int MAX_LETTERS = 4 << 20;
  private static final int MAX_OPEN = 64;

  private final BlockSink sink;
  private final Map<String, Open> open = new LinkedHashMap<>();
  private String chromosome = "";
  private boolean scattered;

  BlockWriter(BlockSink sink) {
    this.sink = sink;
  }

  private static final class Open {
    private final List<Call> calls = new ArrayList<>();
    private int letters;
  }

  void add(Call call) throws IOException {
    if (!call.chromosome().equals(chromosome)) {
      leave(call.chromosome());
    }
    Open block = open.computeIfAbsent(call.chromosome(), name -> new Open());
    if (block.calls.size() == PackedCalls.MAX_CALLS || block.letters > MAX_LETTERS) {
      close(block);
    }
    block.calls.add(call);
    for (String allele : call.alleles()) {
      block.letters += allele.length();
    }
  }

  /**
   * The blocks of a finished chromosome go out at once, unless the file comes back to chromosomes
   * it left.
   */
  private void leave(String next) throws IOException {
    scattered |= open.containsKey(next);
    Open left = open.get(chromosome);
    if (left != null && !scattered) {
      close(left);
    }
    if (open.size() > MAX_OPEN) {
      flush();
      open.clear();
    }
    chromosome = next;
  }

  private void close(Open block) throws IOException {
    if (block.calls.isEmpty()) {
      return;
    }
    block.calls.sort(Comparator.comparingInt(Call::position));
    sink.accept(CallBlock.of(block.calls));
    block.calls.clear();
    block.letters = 0;
  }

  void flush() throws IOException {
    for (Open block : open.values()) {
      close(block);
    }
  }
}
