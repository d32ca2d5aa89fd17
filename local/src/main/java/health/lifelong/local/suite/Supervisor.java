package health.lifelong.local.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the database and the four services, waits until they are ready, and stops them all again.
 */
public final class Supervisor implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

  private final Layout layout;
  private final Ports ports;
  private final Consumer<String> progress;
  private final Map<String, String> settings;
  private final Map<Service, Process> processes = new EnumMap<>(Service.class);
  private @Nullable Database database;
  private @Nullable SignInPage signIn;

  /** {@code progress} is told what happens, a line each. */
  public Supervisor(Layout layout, Ports ports, Consumer<String> progress) {
    this(layout, ports, progress, Map.of());
  }

  /** {@code settings} stand for every service and win over those of a local run. */
  public Supervisor(
      Layout layout, Ports ports, Consumer<String> progress, Map<String, String> settings) {
    this.layout = layout;
    this.ports = ports;
    this.progress = progress;
    this.settings = Map.copyOf(settings);
  }

  /** Starts everything; returns when all four are ready. */
  public void start() {
    Instant began = Instant.now();
    Running.endLeftovers(layout);
    Preflight.check(layout, ports);
    LocalKeys keys = LocalKeys.of(layout);
    note("starting PostgreSQL 18 (fsync on, synchronous_commit on)");
    database = Database.start(layout, ports);
    note("starting the four services");
    Launch launch = new Launch(layout, ports, keys, settings);
    for (Service service : Service.values()) {
      processes.put(service, launch.start(service));
    }
    running(false);
    awaitReady(began);
    signIn = SignInPage.start(layout, ports, new LocalTokens(keys));
    running(true);
    note("ready after %.1f s".formatted(seconds(began)));
  }

  private void note(String line) {
    progress.accept(line);
  }

  private static double seconds(Instant since) {
    return Duration.between(since, Instant.now()).toMillis() / 1000.0;
  }

  private void running(boolean ready) {
    new Running(
            ports,
            ProcessHandle.current().pid(),
            processes.values().stream().map(Process::pid).toList(),
            ready)
        .write(layout);
  }

  private void awaitReady(Instant began) {
    List<Service> waiting = new ArrayList<>(List.of(Service.values()));
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
      while (!waiting.isEmpty()) {
        for (Service service : List.copyOf(waiting)) {
          failIfEnded(service);
          if (ready(http, service)) {
            waiting.remove(service);
            note("%s is ready (%.1f s)".formatted(service.module(), seconds(began)));
          }
        }
        if (Duration.between(began, Instant.now()).compareTo(PATIENCE) > 0) {
          throw new Failure(
              waiting.getFirst().module()
                  + " did not become ready; its log is "
                  + log(waiting.getFirst()));
        }
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while starting", e);
    }
  }

  private Path log(Service service) {
    return layout.logs().resolve(service.module() + ".log");
  }

  private void failIfEnded(Service service) {
    Process process = processes.get(service);
    if (process == null || process.isAlive()) {
      return;
    }
    throw new Failure(
        service.module()
            + " ended at once (exit "
            + process.exitValue()
            + "): "
            + lastLine(log(service)));
  }

  private static String lastLine(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.stream()
          .filter(
              line -> line.contains("ERROR") || line.contains("Exception") || line.contains("WARN"))
          .reduce((first, second) -> second)
          .orElse(lines.isEmpty() ? "no log" : lines.getLast());
    } catch (IOException e) {
      return "its log " + log + " is not readable";
    }
  }

  private boolean ready(HttpClient http, Service service) throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + ports.management(service) + "/q/health/ready"))
              .timeout(Duration.ofSeconds(2))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Waits until a service or the database ends by itself, which is a failure, or the thread is
   * interrupted.
   */
  public void watch() throws InterruptedException {
    while (true) {
      for (Service service : Service.values()) {
        Process process = processes.get(service);
        if (process != null && !process.isAlive()) {
          throw new Failure(service.module() + " ended by itself; its log is " + log(service));
        }
      }
      Thread.sleep(500);
    }
  }

  /** Ends everything at once, as a power cut would: nothing is asked to finish. */
  public void kill() {
    if (signIn != null) {
      signIn.close();
    }
    processes.values().forEach(process -> end(process.toHandle()));
    processes.clear();
    if (database != null) {
      ProcessHandle.allProcesses()
          .filter(process -> process.info().arguments().map(this::isOurDatabase).orElse(false))
          .forEach(Supervisor::end);
      letGo(database);
      database = null;
    }
  }

  /** The dead server's folder stays locked by this process until its handle is closed. */
  private void letGo(Database dead) {
    try {
      dead.close();
    } catch (IOException | RuntimeException e) {
      note("the database is gone");
    }
  }

  private boolean isOurDatabase(String[] arguments) {
    return List.of(arguments).contains(layout.database().toString());
  }

  private static void end(ProcessHandle process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(late -> process).join();
  }

  /** Stops the services in order, then the database. */
  @Override
  public void close() {
    if (signIn != null) {
      signIn.close();
    }
    List<Process> ending = new ArrayList<>(processes.values()).reversed();
    ending.forEach(Process::destroy);
    for (Process process : ending) {
      try {
        if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        process.destroyForcibly();
      }
    }
    processes.clear();
    try {
      if (database != null) {
        database.close();
      }
      Files.deleteIfExists(layout.running());
    } catch (IOException e) {
      note("PostgreSQL did not stop cleanly: " + e.getMessage());
    }
  }
}
