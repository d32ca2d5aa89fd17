package health.lifelong.local.suite;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** What is written down about a suite that runs: where it listens, and which processes it is. */
public record Running(Ports ports, long supervisor, List<Long> processes, boolean ready) {

  public Running {
    processes = List.copyOf(processes);
  }

  /** The suite of this layout, if one is written down and its supervisor lives. */
  public static Optional<Running> find(Layout layout) {
    return read(layout).filter(running -> alive(running.supervisor));
  }

  /** The suite that commands talk to. */
  public static Running require(Layout layout) {
    return find(layout)
        .filter(Running::ready)
        .orElseThrow(
            () -> new Failure("no suite is running here: start one with ./lifelong up --detach"));
  }

  static Optional<Running> read(Layout layout) {
    if (!Files.isRegularFile(layout.running())) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(layout.running())) {
      properties.load(reader);
      List<Long> processes = new ArrayList<>();
      for (String pid : properties.getProperty("processes", "").split(",")) {
        if (!pid.isBlank()) {
          processes.add(Long.parseLong(pid.strip()));
        }
      }
      return Optional.of(
          new Running(
              new Ports(Integer.parseInt(properties.getProperty("base"))),
              Long.parseLong(properties.getProperty("supervisor")),
              processes,
              Boolean.parseBoolean(properties.getProperty("ready"))));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  void write(Layout layout) {
    Properties properties = new Properties();
    properties.setProperty("base", Integer.toString(ports.base()));
    properties.setProperty("supervisor", Long.toString(supervisor));
    properties.setProperty(
        "processes", String.join(",", processes.stream().map(pid -> Long.toString(pid)).toList()));
    properties.setProperty("ready", Boolean.toString(ready));
    try (Writer writer = Files.newBufferedWriter(layout.running())) {
      properties.store(writer, null);
    } catch (IOException e) {
      throw new Failure("cannot write " + layout.running() + ": " + e.getMessage(), e);
    }
  }

  /**
   * Ends service processes that a killed supervisor left behind; only such as run one of our
   * applications.
   */
  static void endLeftovers(Layout layout) {
    Optional<Running> left = read(layout);
    if (left.isEmpty() || alive(left.get().supervisor)) {
      return;
    }
    for (long pid : left.get().processes) {
      ProcessHandle.of(pid)
          .filter(process -> process.info().arguments().map(Running::ours).orElse(false))
          .ifPresent(Running::end);
    }
  }

  private static boolean ours(String[] arguments) {
    for (String argument : arguments) {
      if (argument.endsWith("quarkus-run.jar")) {
        return true;
      }
    }
    return false;
  }

  private static void end(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(late -> process).join();
  }

  private static boolean alive(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().arguments())
        .map(arguments -> String.join(" ", arguments).contains("health.lifelong.local"))
        .orElse(false);
  }

  /** Asks the supervisor to stop everything, and waits for it. */
  public static boolean stop(Layout layout, Duration patience) {
    Optional<Running> running = find(layout);
    if (running.isEmpty()) {
      endLeftovers(layout);
      return false;
    }
    ProcessHandle supervisor = ProcessHandle.of(running.get().supervisor).orElseThrow();
    supervisor.destroy();
    supervisor
        .onExit()
        .orTimeout(patience.toSeconds(), TimeUnit.SECONDS)
        .exceptionally(late -> supervisor)
        .join();
    return true;
  }
}
