package health.lifelong.analytics.record.domain;

/**
 * What is known of a genotype file without its calls.
 *
 * @param build GRCh36, GRCh37, GRCh38 or unknown
 * @param technology array, wgs, wes, panel or unknown
 * @param inQuestion the same calls stand under another person, and nobody has decided whose they
 *     are
 */
public record GenomeHead(
    String id,
    String sourceKey,
    String build,
    String technology,
    long variants,
    long noCalls,
    boolean inQuestion) {}
