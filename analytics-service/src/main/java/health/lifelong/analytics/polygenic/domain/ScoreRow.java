package health.lifelong.analytics.polygenic.domain;

import org.jspecify.annotations.Nullable;

/**
 * One row of a scoring file.
 *
 * @param line of the file, from 1
 * @param chromosome 1 to 22, X, Y or MT, in the file's build; null where the row has no place
 * @param position 1-based, or null
 * @param effectAllele bases in upper case, or a name for complex rows
 * @param otherAllele null where the file states none or several
 * @param weightText as printed, kept because a double rounds it
 */
public record ScoreRow(
    int line,
    @Nullable String rsid,
    @Nullable String chromosome,
    @Nullable Integer position,
    String effectAllele,
    @Nullable String otherAllele,
    String weightText,
    Effect effect) {}
