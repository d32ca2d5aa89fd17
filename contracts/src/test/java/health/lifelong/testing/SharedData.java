package health.lifelong.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder of reference data that lies beside the project. The product never needs it; a test
 * that wants it is skipped loudly where it is absent.
 */
public final class SharedData {
  private SharedData() {}

  /** The path of a shared file; skips the calling test where the folder is absent. */
  public static Path path(String relative) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isRegularFile(folder.resolve("lifelong"))) {
      folder = folder.getParent();
    }
    Path shared = folder == null ? Path.of("../shared") : folder.resolveSibling("shared");
    if (!Files.isDirectory(shared)) {
      System.out.println(
          "SKIPPED LOUDLY: the folder ../shared is absent, so " + relative + " is not tested");
      Assumptions.abort("../shared is absent");
    }
    return shared.resolve(relative);
  }
}
