package health.lifelong.ingestion.genotype.domain;

import health.lifelong.ingestion.record.domain.Genome;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import java.util.List;

/**
 * A file that was read. {@code records = accepted + rejectedTotal + duplicates}.
 *
 * @param head of the sample read; of the first sample where all were
 * @param records body lines
 * @param accepted body lines kept, homozygous reference and no-calls included
 * @param duplicates lines that repeat an earlier line of an array word for word
 * @param rejected the first 100 quarantined lines, by line; {@code path} is "line N"
 * @param noCalls kept lines that give no genotype of this sample: not called, or called and
 *     filtered
 * @param halfCalls kept lines of which one allele was read
 */
public record GenomeReading(
    Genome head,
    long records,
    long accepted,
    long duplicates,
    List<Rejected> rejected,
    long rejectedTotal,
    long noCalls,
    long halfCalls,
    List<String> warnings)
    implements GenotypeOutcome {

  public GenomeReading {
    rejected = List.copyOf(rejected);
    warnings = List.copyOf(warnings);
  }
}
