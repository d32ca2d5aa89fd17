package health.lifelong.analytics.polygenic.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One polygenic score in the format 2.0 of the PGS Catalog.
 *
 * @param id of the catalogue, or what the file calls itself
 * @param header every {@code #key=value} line
 * @param build in which the rows have their place: GRCh36, GRCh37 or GRCh38; null where the file
 *     does not say
 * @param harmonised whether the places are those the catalogue harmonised
 * @param warnings about the file as a whole, without a person's data
 */
public record ScoringFile(
    String id,
    Map<String, String> header,
    @Nullable String build,
    boolean harmonised,
    List<ScoreRow> rows,
    List<String> warnings) {

  public ScoringFile {
    header = Map.copyOf(header);
    rows = List.copyOf(rows);
    warnings = List.copyOf(warnings);
  }

  public Optional<String> trait() {
    return Optional.ofNullable(header.get("trait_reported"));
  }

  public Optional<String> license() {
    return Optional.ofNullable(header.get("license"));
  }
}
