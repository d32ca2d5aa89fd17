package health.lifelong.local.command;

import health.lifelong.local.suite.Failure;
import health.lifelong.local.suite.Layout;
import health.lifelong.local.suite.Ports;
import health.lifelong.local.suite.Running;
import health.lifelong.local.suite.Service;
import health.lifelong.local.suite.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts the suite, in the foreground or as a background process. */
public final class UpCommand implements Command {
  static final String PROGRESS = "· ";
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(90);

  private final Layout layout;

  public UpCommand(Layout layout) {
    this.layout = layout;
  }

  @Override
  public String usage() {
    return "up [--detach] [--fresh]";
  }

  @Override
  public String purpose() {
    return "start the database and the four services; --fresh deletes what they kept";
  }

  @Override
  public int run(Arguments arguments) throws IOException, InterruptedException {
    if (arguments.has("fresh")) {
      Running.stop(layout, STOP_PATIENCE);
      deleteState();
    }
    Optional<Running> running = Running.find(layout);
    if (running.isPresent() && running.get().ready()) {
      System.out.println("already running");
      addresses(running.get().ports());
      return 0;
    }
    if (arguments.has("detach")) {
      detach();
      addresses(Running.require(layout).ports());
      return 0;
    }
    foreground();
    return 0;
  }

  /** Keeps what the build put there: tools, and AOT caches, which belong to the build. */
  private void deleteState() throws IOException {
    if (!Files.isDirectory(layout.state())) {
      return;
    }
    List<String> kept = List.of("tools", "aot", "build.log", "postgres-binaries");
    try (Stream<Path> entries = Files.list(layout.state())) {
      for (Path entry :
          entries.filter(path -> !kept.contains(path.getFileName().toString())).toList()) {
        deleteTree(entry);
      }
    }
  }

  private static void deleteTree(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private void foreground() throws InterruptedException {
    Ports ports = Ports.fromEnvironment();
    // Not the thread's end: it ends in System.exit, which waits for this hook.
    CountDownLatch stopped = new CountDownLatch(1);
    try (Supervisor supervisor =
        new Supervisor(layout, ports, line -> System.out.println(PROGRESS + line))) {
      Thread main = Thread.currentThread();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    main.interrupt();
                    awaitQuietly(stopped);
                  }));
      supervisor.start();
      addresses(ports);
      System.out.println("Ctrl-C stops all.");
      supervisor.watch();
    } catch (InterruptedException e) {
      System.out.println(PROGRESS + "stopped");
    } finally {
      stopped.countDown();
    }
  }

  private static void awaitQuietly(CountDownLatch stopped) {
    try {
      if (!stopped.await(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        System.out.println(PROGRESS + "not everything stopped in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void detach() throws IOException, InterruptedException {
    Files.createDirectories(layout.logs());
    Path log = layout.logs().resolve("suite.log");
    Files.writeString(log, "");
    Process supervisor =
        new ProcessBuilder(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "health.lifelong.local.Main",
                "up")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int shown = 0;
    while (true) {
      List<String> lines = Files.readAllLines(log);
      for (; shown < lines.size(); shown++) {
        if (lines.get(shown).startsWith(PROGRESS)) {
          System.out.println(lines.get(shown));
        }
      }
      if (Running.find(layout).map(Running::ready).orElse(false)) {
        return;
      }
      if (supervisor.waitFor(100, TimeUnit.MILLISECONDS) && supervisor.exitValue() != 0) {
        throw new Failure(
            String.join(
                "\n",
                Files.readAllLines(log).stream()
                    .filter(line -> !line.startsWith(PROGRESS))
                    .toList()));
      }
    }
  }

  static void addresses(Ports ports) {
    System.out.println("web and mobile   http://localhost:" + ports.http(Service.GATEWAY));
    System.out.println("sign in as       http://localhost:" + ports.signIn());
    System.out.println("centres, HTTPS   https://localhost:" + ports.ingestionHttps());
    System.out.println(
        "centres, MLLP    localhost:"
            + ports.mllp(Ports.CENTRES.getFirst())
            + " to "
            + ports.mllp(Ports.CENTRES.getLast())
            + " ("
            + String.join(", ", Ports.CENTRES)
            + "); with TLS and the centre's certificate: "
            + ports.mllps(Ports.CENTRES.getFirst())
            + " to "
            + ports.mllps(Ports.CENTRES.getLast()));
  }
}
