package health.lifelong.vocabulary.genome;

import java.util.Optional;
import java.util.stream.Stream;

/** All calls of one sample, looked up by site. */
public interface Genotypes {
  /** GRCh36, GRCh37, GRCh38 or unknown. */
  String build();

  /**
   * Every record at this position (several records may share one), in file order; empty where the
   * file has none.
   */
  Stream<Call> at(String chromosome, int position);

  /** The call with this rsID, if the file names it. */
  Optional<Call> byRsid(String rsid);

  /** True where a reference block of the file covers the position. */
  boolean provenReference(String chromosome, int position);

  /** All calls, by chromosome and position. */
  Stream<Call> all();
}
