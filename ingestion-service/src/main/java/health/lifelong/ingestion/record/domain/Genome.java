package health.lifelong.ingestion.record.domain;

import java.util.List;

/**
 * The head of what one genotype file says of one sample; its calls travel apart, packed.
 *
 * @param sourceKey hex SHA-256 of the file, "#", sample name
 * @param build GRCh36, GRCh37, GRCh38 or unknown
 * @param technology array, wgs, wes, panel or unknown
 * @param variants body lines kept, homozygous reference included
 */
public record Genome(
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
