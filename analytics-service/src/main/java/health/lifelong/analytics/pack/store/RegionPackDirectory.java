package health.lifelong.analytics.pack.store;

import health.lifelong.analytics.pack.algorithm.PackCheck;
import health.lifelong.analytics.pack.domain.PackFinding;
import health.lifelong.analytics.pack.domain.RegionPack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A region pack in a directory: a mounted ConfigMap in a cluster, a folder on one machine. */
public final class RegionPackDirectory {
  private RegionPackDirectory() {}

  /**
   * Everything that is wrong with the pack of a directory; empty for a good pack.
   *
   * @param knownModels ids that the pack may serve
   * @throws IOException where the directory cannot be read
   */
  public static List<PackFinding> check(Path directory, Set<String> knownModels)
      throws IOException {
    PackReader reader = new PackReader(PackFiles.of(directory));
    RegionPack pack = reader.read();
    return Stream.concat(reader.findings().stream(), PackCheck.check(pack, knownModels).stream())
        .sorted()
        .distinct()
        .toList();
  }

  /**
   * The pack of a directory.
   *
   * @throws IOException where it cannot be read
   * @throws IllegalStateException where it has findings; all of them are named
   */
  public static RegionPack read(Path directory, Set<String> knownModels) throws IOException {
    List<PackFinding> findings = check(directory, knownModels);
    if (!findings.isEmpty()) {
      throw new IllegalStateException(
          findings.stream()
              .map(PackFinding::toString)
              .collect(Collectors.joining("\n", "the region pack is not usable:\n", "")));
    }
    return new PackReader(PackFiles.of(directory)).read();
  }
}
