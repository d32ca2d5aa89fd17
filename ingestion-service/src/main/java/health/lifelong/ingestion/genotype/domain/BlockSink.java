package health.lifelong.ingestion.genotype.domain;

import health.lifelong.vocabulary.genome.CallBlock;
import java.io.IOException;

/**
 * Takes the packed calls of one sample, block by block, in the order of the file's chromosomes and
 * of position.
 */
@FunctionalInterface
public interface BlockSink {
  /** Takes one block; what it holds counts only once the file is read to its end. */
  void accept(CallBlock block) throws IOException;
}
