package health.lifelong.analytics.pack.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The bytes of a pack by file name, such as {@code intervals.csv} or {@code texts/ko.properties}.
 */
record PackFiles(Map<String, byte[]> byName) {
  private static final long LARGEST = 8L << 20;

  /**
   * Reads the files of a directory, two levels deep, without hidden ones (a mounted volume keeps
   * its links there).
   */
  static PackFiles of(Path directory) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory, 2, FileVisitOption.FOLLOW_LINKS)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        String name = directory.relativize(path).toString().replace('\\', '/');
        if (name.startsWith(".") || name.contains("/.")) {
          continue;
        }
        if (Files.size(path) > LARGEST) {
          throw new IOException(name + " is larger than 8 MiB");
        }
        files.put(name, Files.readAllBytes(path));
      }
    }
    return new PackFiles(files);
  }

  /** Hex SHA-256 over names, lengths and bytes, in the order of the names. */
  String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byName.forEach(
          (name, bytes) -> {
            digest.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
