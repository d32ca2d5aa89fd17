package health.lifelong.analytics.polygenic.algorithm;

import health.lifelong.analytics.polygenic.domain.ScoreRow;
import health.lifelong.analytics.polygenic.domain.ScoringFile;
import health.lifelong.analytics.polygenic.domain.ScoringFileOutcome;
import health.lifelong.analytics.polygenic.domain.ScoringFileOutcome.Reason;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads scoring files of the PGS Catalog, format 2.0, native and harmonised, gzip or plain, and the
 * smaller custom files of the same columns. In a harmonised file only the harmonised place counts,
 * even where it is empty.
 */
public final class ScoringFileReader {
  /**
   * More rows than any score of the catalogue that one person is scored with at once; bounds memory
   * to 500 MB.
   */
  static final int MOST_ROWS = 2_000_000;

  private final Map<String, String> header = new LinkedHashMap<>();
  private final Map<String, List<ScoreRow>> rows = new LinkedHashMap<>();
  private final String name;

  private ScoringFileReader(String name) {
    this.name = name;
  }

  /**
   * Reads a file; the stream is not closed.
   *
   * @param name what to call the score where the file has no id
   */
  public static ScoringFileOutcome read(InputStream in, String name) {
    try {
      return new ScoringFileReader(name).read(unpacked(in));
    } catch (IOException e) {
      return new ScoringFileOutcome.Refused(Reason.NOT_READABLE, 0);
    }
  }

  private static BufferedReader unpacked(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    buffered.mark(2);
    boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    return new BufferedReader(
        new InputStreamReader(
            gzip ? new GZIPInputStream(buffered) : buffered, StandardCharsets.UTF_8));
  }

  private ScoringFileOutcome read(BufferedReader reader) throws IOException {
    ScoringColumns columns = null;
    int number = 0;
    int count = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      if (line.startsWith("#")) {
        headerLine(line);
        continue;
      }
      if (columns == null) {
        columns = new ScoringColumns(line, header);
        Reason refusal = unusable(columns);
        if (refusal != null) {
          return new ScoringFileOutcome.Refused(refusal, number);
        }
        continue;
      }
      if (++count > MOST_ROWS) {
        return new ScoringFileOutcome.Refused(Reason.TOO_MANY_ROWS, number);
      }
      switch (columns.row(line, number)) {
        case ScoringColumns.Bad(var reason) -> {
          return new ScoringFileOutcome.Refused(reason, number);
        }
        case ScoringColumns.Good(var score, var row) ->
            rows.computeIfAbsent(score == null ? "" : score, absent -> new ArrayList<>()).add(row);
      }
    }
    return columns == null || rows.isEmpty()
        ? new ScoringFileOutcome.Refused(Reason.EMPTY, 0)
        : new ScoringFileOutcome.Accepted(files(columns));
  }

  private void headerLine(String line) {
    int equals = line.indexOf('=');
    if (!line.startsWith("##") && equals > 1) {
      header.put(line.substring(1, equals).strip(), line.substring(equals + 1).strip());
    }
  }

  private @Nullable Reason unusable(ScoringColumns columns) {
    String version = header.get("format_version");
    if (version != null && !version.equals("2.0")) {
      return Reason.UNKNOWN_FORMAT_VERSION;
    }
    if (!columns.has("effect_allele")) {
      return Reason.NO_EFFECT_ALLELE_COLUMN;
    }
    return columns.hasWeight() ? null : Reason.NO_WEIGHT_COLUMN;
  }

  private List<ScoringFile> files(ScoringColumns columns) {
    List<ScoringFile> files = new ArrayList<>();
    rows.forEach(
        (accession, ofScore) ->
            files.add(
                new ScoringFile(
                    accession.isEmpty() ? id() : accession,
                    header,
                    build(header.get(columns.harmonised() ? "HmPOS_build" : "genome_build")),
                    columns.harmonised(),
                    ofScore,
                    warnings())));
    return files;
  }

  private String id() {
    for (String key : List.of("pgs_id", "omicspred_id", "pgs_name")) {
      String id = header.get(key);
      if (id != null && !id.isBlank()) {
        return id;
      }
    }
    return name;
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    int read = rows.values().stream().mapToInt(List::size).sum();
    String stated = header.get("variants_number");
    if (stated != null && !stated.equals(Integer.toString(read))) {
      warnings.add("the header states " + stated + " variants, the file has " + read);
    }
    if (!header.containsKey("pgs_id") && !header.containsKey("omicspred_id")) {
      warnings.add("the header names no score id");
    }
    return warnings;
  }

  private static @Nullable String build(@Nullable String text) {
    return switch (Objects.requireNonNullElse(text, "").toLowerCase(Locale.ROOT)) {
      case "grch36", "ncbi36", "hg18" -> "GRCh36";
      case "grch37", "hg19" -> "GRCh37";
      case "grch38", "hg38" -> "GRCh38";
      // NR and everything unheard of: the positions cannot be used.
      default -> null;
    };
  }
}
