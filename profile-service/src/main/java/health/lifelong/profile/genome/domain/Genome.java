package health.lifelong.profile.genome.domain;

import java.util.List;
import java.util.UUID;

/**
 * What one genotype file says of one sample, without its calls.
 *
 * @param key natural key within person and centre
 * @param sourceKey SHA-256 of the file and the sample's name
 * @param build GRCh36, GRCh37, GRCh38 or unknown
 * @param technology array, wgs, wes, panel or unknown
 */
public record Genome(
    UUID key,
    String sourceKey,
    String build,
    String buildEvidence,
    String vendor,
    String technology,
    String sample,
    long variants,
    long noCalls,
    List<String> warnings) {

  public Genome {
    warnings = List.copyOf(warnings);
  }
}
