package health.lifelong.platform.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks an export with nothing but its files and public keys: no gap, every record chained to the
 * one before, every head signed by a believed key and true of the chain (so that any two agree),
 * nothing more and nothing less than the export's own signed statement says. Files are read side by
 * side on the processors there are.
 */
public final class AuditVerifier {
  private final AuditKeys keys;
  private final List<AuditHead> kept;

  /**
   * Makes a verifier.
   *
   * @param kept heads that were kept elsewhere: the export must agree with each
   */
  public AuditVerifier(AuditKeys keys, Collection<AuditHead> kept) {
    this.keys = keys;
    this.kept = List.copyOf(kept);
  }

  /** What is true of an export up to some record, or false of one. */
  private static final class Finding extends Exception {
    private static final long serialVersionUID = 1L;
    private final @Nullable Long record;

    Finding(@Nullable Long record, String problem) {
      super(problem);
      this.record = record;
    }
  }

  /** Heads of a file such as one that was kept elsewhere; a wrong line is an IOException. */
  public static List<AuditHead> heads(Path file) throws IOException {
    try {
      return Files.readAllLines(file).stream().map(AuditHead::read).toList();
    } catch (RuntimeException e) {
      throw new IOException(file + " holds a line that is no head", e);
    }
  }

  /** Checks the export in a folder. */
  public AuditReport verify(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    long records = 0;
    int heads = 0;
    try {
      for (Path file : list(folder)) {
        if (AuditExport.isRecords(file)) {
          files.add(file);
        } else if (!isOther(file)) {
          throw new Finding(null, "a file that no export has: " + file.getFileName());
        }
      }
      String headsText = text(folder.resolve(AuditExport.HEADS));
      List<AuditHead> signed = signedHeads(headsText);
      heads = signed.size();
      AuditHead statement = statement(text(folder.resolve(AuditExport.STATEMENT)), headsText);
      Set<Long> wanted = new HashSet<>();
      Stream.concat(signed.stream(), kept.stream()).forEach(head -> wanted.add(head.size()));
      List<ChainSegment> segments = segments(files, wanted);
      AuditLine last = join(segments);
      records = last == null ? 0 : last.sequence();
      requireWhole(statement, last);
      Map<Long, String> hashes = new HashMap<>();
      segments.forEach(segment -> hashes.putAll(segment.hashes()));
      requireTrue(statement, signed, hashes, records);
      requireTrue(statement, kept, hashes, records);
      return new AuditReport(records, heads, null, null);
    } catch (Finding finding) {
      return new AuditReport(records, heads, finding.record, finding.getMessage());
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted().toList();
    }
  }

  private static boolean isOther(Path file) {
    String name = file.getFileName().toString();
    return name.equals(AuditExport.HEADS) || name.equals(AuditExport.STATEMENT);
  }

  private static String text(Path file) throws IOException, Finding {
    if (!Files.isRegularFile(file)) {
      throw new Finding(null, file.getFileName() + " is missing");
    }
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      throw new Finding(null, file.getFileName() + " is not UTF-8");
    }
  }

  private List<AuditHead> signedHeads(String text) throws Finding {
    List<AuditHead> heads = new ArrayList<>();
    for (String line : lines(text, AuditExport.HEADS)) {
      heads.add(head(line, AuditHead.Kind.HEAD));
    }
    for (int i = 1; i < heads.size(); i++) {
      AuditHead before = heads.get(i - 1);
      AuditHead head = heads.get(i);
      if (head.size() <= before.size() || head.time().isBefore(before.time())) {
        throw new Finding(null, "the head of size " + head.size() + " stands out of order");
      }
    }
    return heads;
  }

  private static List<String> lines(String text, String file) throws Finding {
    if (!text.isEmpty() && !text.endsWith("\n")) {
      throw new Finding(null, file + " ends within a line");
    }
    return text.isEmpty()
        ? List.of()
        : List.of(text.substring(0, text.length() - 1).split("\n", -1));
  }

  private AuditHead head(String line, AuditHead.Kind kind) throws Finding {
    AuditHead head;
    try {
      head = AuditHead.read(line);
    } catch (RuntimeException e) {
      throw new Finding(null, "a line that is no head: " + e.getMessage());
    }
    if (head.kind() != kind || !keys.vouchFor(head)) {
      throw new Finding(
          null, "no key that is believed signed the " + kind + " of size " + head.size());
    }
    return head;
  }

  private AuditHead statement(String text, String headsText) throws Finding {
    List<String> lines = lines(text, AuditExport.STATEMENT);
    if (lines.size() != 1) {
      throw new Finding(null, AuditExport.STATEMENT + " is not one line");
    }
    AuditHead statement = head(lines.getFirst(), AuditHead.Kind.EXPORT);
    if (!statement.contents().equals(AuditLine.sha256(headsText))) {
      throw new Finding(null, "the heads are not those that were exported");
    }
    return statement;
  }

  private static List<ChainSegment> segments(List<Path> files, Set<Long> wanted)
      throws IOException {
    try {
      return files.parallelStream().map(file -> segment(file, wanted)).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static ChainSegment segment(Path file, Set<Long> wanted) {
    try {
      return ChainSegment.read(file, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable AuditLine join(List<ChainSegment> segments) throws Finding {
    long sequence = 0;
    String hash = AuditLine.BEGINNING;
    AuditLine last = null;
    for (ChainSegment segment : segments) {
      AuditLine first = segment.first();
      if (first == null) {
        throw bad(sequence + 1, segment.problem());
      }
      try {
        first.requireFollows(sequence, hash);
      } catch (IllegalArgumentException e) {
        throw bad(sequence + 1, e.getMessage());
      }
      if (segment.problem() != null) {
        throw bad(segment.badAt(), segment.problem());
      }
      last = segment.last();
      if (last != null) {
        sequence = last.sequence();
        hash = last.hash();
      }
    }
    return last;
  }

  private static Finding bad(long record, @Nullable String problem) {
    return new Finding(record, "record " + record + ": " + problem);
  }

  private static void requireWhole(AuditHead statement, @Nullable AuditLine last) throws Finding {
    long records = last == null ? 0 : last.sequence();
    String hash = last == null ? AuditLine.BEGINNING : last.hash();
    if (records < statement.size()) {
      throw bad(records + 1, "missing, the export had " + statement.size());
    }
    if (records > statement.size()) {
      throw bad(statement.size() + 1, "not in the export, which had " + statement.size());
    }
    if (!hash.equals(statement.hash())) {
      throw bad(records, "not the record that was exported");
    }
  }

  private void requireTrue(
      AuditHead statement, List<AuditHead> heads, Map<Long, String> hashes, long records)
      throws Finding {
    Instant exported = statement.time();
    for (AuditHead head : heads) {
      if (!head.log().equals(statement.log()) || !keys.vouchFor(head)) {
        throw new Finding(null, "the head of size " + head.size() + " is of no key or another log");
      }
      if (head.size() > records && !head.time().isAfter(exported)) {
        throw bad(records + 1, "missing, a head knows " + head.size() + " records");
      }
      if (head.size() <= records && !head.hash().equals(hashes.get(head.size()))) {
        throw bad(head.size(), "not the record that its signed head knows");
      }
    }
  }
}
