package health.lifelong.platform.audit;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an export: {@code records-<first seq>.log}, a line each ({@link AuditLine}); {@code
 * heads.log}, every signed head; {@code export.json}, the signed statement of what it holds.
 */
public final class AuditExport implements Closeable {
  static final String HEADS = "heads.log";
  static final String STATEMENT = "export.json";
  private static final int RECORDS_A_FILE = 20_000;

  private final Path folder;
  private final BufferedWriter heads;
  private @Nullable BufferedWriter records;
  private long written;

  private AuditExport(Path folder) throws IOException {
    this.folder = folder;
    this.heads = Files.newBufferedWriter(folder.resolve(HEADS));
  }

  /** Begins an export in a folder that is empty or not there yet. */
  public static AuditExport into(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw new IOException(folder + " is not empty: an export needs a folder of its own");
      }
    }
    return new AuditExport(folder);
  }

  static boolean isRecords(Path file) {
    return file.getFileName().toString().matches("records-[0-9]{12}\\.log");
  }

  /** Adds the next record. */
  public void record(String line) throws IOException {
    BufferedWriter to = records;
    if (to == null || written % RECORDS_A_FILE == 0) {
      if (to != null) {
        to.close();
      }
      String name = String.format(Locale.ROOT, "records-%012d.log", written + 1);
      to = Files.newBufferedWriter(folder.resolve(name));
      records = to;
    }
    to.write(line);
    to.write('\n');
    written++;
  }

  /** Adds the next signed head. */
  public void head(String line) throws IOException {
    heads.write(line);
    heads.write('\n');
  }

  /** Adds the statement, which makes the export whole. */
  public void statement(String line) throws IOException {
    Files.writeString(folder.resolve(STATEMENT), line + "\n");
  }

  /** How many records were added. */
  public long written() {
    return written;
  }

  @Override
  public void close() throws IOException {
    heads.close();
    if (records != null) {
      records.close();
    }
  }
}
