package health.lifelong.ingestion.genotype.domain;

/** What became of a genotype file as a whole. */
public sealed interface GenotypeOutcome permits GenomeReading, GenotypeRefused {}
