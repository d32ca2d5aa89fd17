package health.lifelong.analytics.catalogue.algorithm;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project lies, whichever folder a test runs in. */
public final class ProjectFolder {
  private ProjectFolder() {}

  /** The checkout. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("lifelong"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new AssertionError("the project folder is not above " + Path.of("").toAbsolutePath());
      }
      folder = parent;
    }
    return folder;
  }
}
