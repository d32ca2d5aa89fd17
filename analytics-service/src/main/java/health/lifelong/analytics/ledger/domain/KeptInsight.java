package health.lifelong.analytics.ledger.domain;

import java.time.LocalDate;

/**
 * One insight as it is kept: enough to compute it again and to tell whether it is the same.
 *
 * @param ordinal place among its model's insights
 * @param revision revision of the record at which it was computed
 * @param viewer for whom it was said
 * @param inputsHash SHA-256 over the parts of the input that its model reads
 * @param resultHash SHA-256 of {@code result}
 * @param result its canonical form in the neutral texts
 */
public record KeptInsight(
    String model,
    int ordinal,
    String insightId,
    String subject,
    long revision,
    LocalDate asOf,
    String viewer,
    String modelVersion,
    String dataVersion,
    String packVersion,
    byte[] inputsHash,
    byte[] resultHash,
    byte[] result) {}
