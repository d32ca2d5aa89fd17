package health.lifelong.gateway.me.rest;

import java.util.List;

/**
 * The genetic part of a record.
 *
 * @param genomes heads of the genome files, newest first
 * @param withheld what is not shown of it, and why
 */
public record GenomesView(List<RecordView.Genome> genomes, List<RecordView.Withheld> withheld) {
  static GenomesView of(RecordView record) {
    return new GenomesView(record.genomes(), record.withheld());
  }
}
