package health.lifelong.analytics.insight;

import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.pack.domain.RegionPack;
import health.lifelong.analytics.pack.store.RegionPackDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** The Korean pack of the repository, and copies of it that a test may break. */
public final class TestPack {
  private TestPack() {}

  /** The directory of the pack. */
  public static Path korea() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("k8s/regions/kr/pack"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("the repository's pack k8s/regions/kr/pack is missing");
    }
    return folder.resolve("k8s/regions/kr/pack");
  }

  /** The pack itself, checked. */
  public static RegionPack read(Path directory) {
    try {
      return RegionPackDirectory.read(directory, InsightEngine.servableModels());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy that a test may change. */
  public static Path copy(Path to) {
    Path from = korea();
    try {
      Files.walkFileTree(
          from,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Path target = to.resolve(from.relativize(file).toString());
              Files.createDirectories(target.getParent());
              Files.copy(file, target);
              return FileVisitResult.CONTINUE;
            }
          });
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces text in one file of a copy. */
  public static void replace(Path pack, String file, String from, String to) {
    try {
      String text = Files.readString(pack.resolve(file));
      if (!text.contains(from)) {
        throw new IllegalArgumentException(file + " does not hold: " + from);
      }
      Files.writeString(pack.resolve(file), text.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a line to one file of a copy. */
  public static void append(Path pack, String file, String line) {
    try {
      Files.writeString(pack.resolve(file), Files.readString(pack.resolve(file)) + line + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
