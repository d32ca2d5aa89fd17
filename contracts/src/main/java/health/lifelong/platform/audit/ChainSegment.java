package health.lifelong.platform.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One file of records, checked by itself: every line whole, every record after the one before. The
 * files are then joined at their ends, which is what lets them be read side by side.
 *
 * @param first the first record; null where the file holds none that is good
 * @param last the last good record
 * @param badAt seq of the first bad record where it is known from the record before, else 0
 * @param hashes hashes of the records that a head speaks of
 */
record ChainSegment(
    @Nullable AuditLine first,
    @Nullable AuditLine last,
    long badAt,
    @Nullable String problem,
    Map<Long, String> hashes) {

  static ChainSegment read(Path file, Set<Long> wanted) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    AuditLine first = null;
    AuditLine last = null;
    Map<Long, String> hashes = new HashMap<>();
    int start = 0;
    while (start < bytes.length) {
      int end = lineEnd(bytes, start);
      try {
        AuditLine line = line(bytes, start, end);
        if (last != null) {
          line.requireFollows(last.sequence(), last.hash());
        }
        first = first == null ? line : first;
        last = line;
        if (wanted.contains(line.sequence())) {
          hashes.put(line.sequence(), line.hash());
        }
      } catch (IllegalArgumentException e) {
        return new ChainSegment(
            first, last, last == null ? 0 : last.sequence() + 1, e.getMessage(), hashes);
      }
      start = end + 1;
    }
    return new ChainSegment(first, last, 0, first == null ? "an empty file" : null, hashes);
  }

  private static int lineEnd(byte[] bytes, int start) {
    int end = start;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private static AuditLine line(byte[] bytes, int start, int end) {
    if (end == bytes.length) {
      throw new IllegalArgumentException("the line has no end");
    }
    try {
      // A replacement character in the place of broken bytes would hide them.
      return AuditLine.read(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, start, end - start))
              .toString());
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not UTF-8", e);
    }
  }
}
