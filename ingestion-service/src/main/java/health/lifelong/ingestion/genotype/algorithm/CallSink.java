package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.vocabulary.genome.Call;
import java.io.IOException;

/** Takes calls that are final, each sample's in order of chromosome and position. */
@FunctionalInterface
interface CallSink {
  /** Takes the call of the sample with this number among those read. */
  void accept(int sample, Call call) throws IOException;
}
