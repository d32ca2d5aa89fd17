package health.lifelong.local.suite;

import java.nio.file.Path;

/**
 * Where things lie.
 *
 * @param root the checkout
 * @param state everything a local run writes; deleted by {@code up --fresh}
 * @param pack the region pack that the services read
 */
public record Layout(Path root, Path state, Path pack) {

  /** The layout with the pack of Korea. */
  public Layout(Path root, Path state) {
    this(root, state, root.resolve("k8s/regions/kr/pack"));
  }

  /** The layout that the script hands over. */
  public static Layout fromEnvironment() {
    String root = System.getenv("LIFELONG_ROOT");
    Path folder = Path.of(root == null ? "" : root).toAbsolutePath().normalize();
    String state = System.getenv("LIFELONG_STATE");
    return new Layout(
        folder,
        state == null ? folder.resolve(".lifelong") : Path.of(state).toAbsolutePath().normalize());
  }

  public Path keys() {
    return state.resolve("keys");
  }

  public Path logs() {
    return state.resolve("log");
  }

  public Path database() {
    return state.resolve("postgres");
  }

  /** Signed heads of the audit log, kept outside the database. */
  public Path auditHeads() {
    return state.resolve("audit-heads.log");
  }

  /** Written while a suite runs: its ports and processes. */
  public Path running() {
    return state.resolve("running.properties");
  }

  /** The runnable folder of a service. */
  public Path application(Service service) {
    return root.resolve(service.module()).resolve("target/quarkus-app");
  }
}
