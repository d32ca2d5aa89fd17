package health.lifelong.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes exports at random, in every way there is, and expects each change to be found. */
class TamperingTest {
  private static final int RECORDS = 40;

  private final KeyPair keys = SampleLog.keys();
  private final AuditVerifier verifier =
      new AuditVerifier(AuditKeys.of(keys.getPublic()), List.of());
  @TempDir private Path temp;

  private enum Change {
    FLIP,
    DELETE,
    SWAP,
    INSERT,
    CUT,
    RESIGN
  }

  @Test
  void fiveHundredRandomChangesAreAllFound() throws IOException {
    allFound(500);
  }

  @Tag("long")
  @Test
  void tenThousandRandomChangesAreAllFound() throws IOException {
    allFound(10_000);
  }

  private void allFound(int times) throws IOException {
    long seed = System.nanoTime();
    System.out.printf("tampering seed=%d times=%d%n", seed, times);
    Random random = new Random(seed);
    Path export = temp.resolve("export");
    SampleLog.write(export, RECORDS, 15, SampleLog.signer(keys));
    Map<Path, byte[]> whole = files(export);
    Map<Change, Integer> made = new TreeMap<>();
    for (int i = 0; i < times; i++) {
      Change change = Change.values()[random.nextInt(Change.values().length)];
      Map<Path, byte[]> tampered = new TreeMap<>(whole);
      tamper(change, tampered, random);
      write(whole, tampered);
      assertThat(verifier.verify(export).good()).as("%s, seed %d, %d", change, seed, i).isFalse();
      write(tampered, whole);
      made.merge(change, 1, Integer::sum);
    }
    assertThat(verifier.verify(export).good()).isTrue();
    assertThat(made).hasSize(Change.values().length);
    System.out.println("tampering found=" + made);
  }

  private static Map<Path, byte[]> files(Path export) throws IOException {
    Map<Path, byte[]> files = new TreeMap<>();
    try (var list = Files.list(export)) {
      for (Path file : list.toList()) {
        files.put(file, Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static void write(Map<Path, byte[]> now, Map<Path, byte[]> then) throws IOException {
    for (Map.Entry<Path, byte[]> file : then.entrySet()) {
      if (!Arrays.equals(now.get(file.getKey()), file.getValue())) {
        Files.write(file.getKey(), file.getValue());
      }
    }
  }

  private void tamper(Change change, Map<Path, byte[]> files, Random random) {
    List<Path> names = List.copyOf(files.keySet());
    Path file = names.get(random.nextInt(names.size()));
    byte[] bytes = files.get(file).clone();
    switch (change) {
      case FLIP -> {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        files.put(file, bytes);
      }
      case DELETE, SWAP, INSERT -> files.put(file, bytes(lines(change, bytes, random)));
      case CUT -> files.put(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      case RESIGN -> resign(files, random);
    }
  }

  private static List<String> lines(Change change, byte[] bytes, Random random) {
    List<String> lines =
        new ArrayList<>(List.of(new String(bytes, StandardCharsets.UTF_8).split("\n")));
    int at = random.nextInt(lines.size());
    int other = (at + 1 + random.nextInt(Math.max(1, lines.size() - 1))) % lines.size();
    switch (change) {
      case DELETE -> lines.remove(at);
      case SWAP -> {
        if (lines.size() == 1) {
          lines.add(lines.getFirst());
        } else {
          Collections.swap(lines, at, other);
        }
      }
      case INSERT -> lines.add(at, lines.get(other));
      case FLIP, CUT, RESIGN -> throw new IllegalArgumentException("not of lines");
    }
    return lines;
  }

  private static byte[] bytes(List<String> lines) {
    return lines.isEmpty()
        ? new byte[0]
        : (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  // One record is changed and all after it chained anew; whatever vouches is signed by another key,
  // in its own name or in
  // that of the true one.
  private void resign(Map<Path, byte[]> files, Random random) {
    KeyPair thief = SampleLog.keys();
    AuditKeys.Signer signer =
        random.nextBoolean()
            ? SampleLog.signer(thief)
            : new AuditKeys.Signer(thief.getPrivate(), keys.getPublic());
    int from = 1 + random.nextInt(RECORDS);
    List<String> records = new ArrayList<>();
    List<String> heads = new ArrayList<>();
    String hash = AuditLine.BEGINNING;
    for (int i = 1; i <= RECORDS; i++) {
      AuditLine line = SampleLog.next(i, hash, i == from ? "record.forged" : "record.read");
      hash = line.hash();
      records.add(line.line());
      if (i % 15 == 0 || i == RECORDS) {
        heads.add(
            AuditHead.head(signer, "profile-service", line, SampleLog.BEGIN.plusSeconds(i)).line());
      }
    }
    for (Path file : List.copyOf(files.keySet())) {
      String name = file.getFileName().toString();
      List<String> content =
          name.equals("heads.log")
              ? heads
              : name.equals("export.json")
                  ? List.of(
                      AuditHead.export(
                              signer,
                              "profile-service",
                              RECORDS,
                              hash,
                              new String(bytes(heads), StandardCharsets.UTF_8),
                              SampleLog.BEGIN.plusSeconds(RECORDS + 1L))
                          .line())
                  : records;
      files.put(file, bytes(content));
    }
  }
}
