package health.lifelong.analytics.population.algorithm;

import health.lifelong.analytics.model.algorithm.CsvLine;
import health.lifelong.analytics.population.domain.SampleRow;
import health.lifelong.analytics.population.domain.Subject;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads a sample file row by row in bounded memory: CSV in UTF-8, gzip or plain, columns found by
 * their header. A row that cannot be used is counted by reason and spoils no other.
 */
public final class SampleReader {
  private static final int GZIP = 0x1f8b;

  /**
   * What was read.
   *
   * @param leftOut rows that gave no person, by reason
   */
  public record Rows(long rows, Map<String, Long> leftOut) {}

  private final BufferedReader reader;
  private final Sample sample;
  private final List<String> header;

  private SampleReader(BufferedReader reader, Sample sample, List<String> header) {
    this.reader = reader;
    this.sample = sample;
    this.header = header;
  }

  /**
   * Opens a file of one of these shapes, the first whose columns are all there; fails with a
   * sentence where it is of none of them. The stream stays the caller's to close.
   */
  public static SampleReader open(InputStream in, List<Sample> shapes) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(unpacked(in), StandardCharsets.UTF_8));
    Optional<CsvLine> line = CsvLine.read(reader);
    List<String> header = new ArrayList<>();
    if (line.isPresent() && !line.get().damaged()) {
      line.get().cells().forEach(cell -> header.add(cell.replace("\uFEFF", "").strip()));
    }
    for (Sample shape : shapes) {
      if (header.containsAll(shape.columns())) {
        return new SampleReader(reader, shape, header);
      }
    }
    List<String> wanted = shapes.stream().map(shape -> String.join(", ", shape.columns())).toList();
    throw new IOException("the header lacks columns; needed are " + String.join(" or ", wanted));
  }

  /** The shape of the file. */
  public Sample sample() {
    return sample;
  }

  /** Hands over every person, in order. */
  public Rows forEach(Consumer<Subject> people) throws IOException {
    long rows = 0;
    Map<String, Long> leftOut = new TreeMap<>();
    for (Optional<CsvLine> line = CsvLine.read(reader);
        line.isPresent();
        line = CsvLine.read(reader)) {
      if (line.get().isBlank()) {
        continue;
      }
      rows++;
      switch (read(line.get())) {
        case Subject subject -> people.accept(subject);
        case SampleRow.LeftOut(String reason) -> leftOut.merge(reason, 1L, Long::sum);
      }
    }
    return new Rows(rows, leftOut);
  }

  private SampleRow read(CsvLine line) {
    if (line.damaged() || line.cells().size() != header.size()) {
      return new SampleRow.LeftOut("row unreadable");
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      row.putIfAbsent(header.get(i), line.cells().get(i).strip());
    }
    return sample.read(row);
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    buffered.mark(2);
    int magic = buffered.read() << 8 | buffered.read();
    buffered.reset();
    return magic == GZIP ? new GZIPInputStream(buffered) : buffered;
  }
}
