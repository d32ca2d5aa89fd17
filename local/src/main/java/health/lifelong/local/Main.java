package health.lifelong.local;

import health.lifelong.local.command.Arguments;
import health.lifelong.local.command.AuditCommand;
import health.lifelong.local.command.BenchCommand;
import health.lifelong.local.command.Command;
import health.lifelong.local.command.DemoCommand;
import health.lifelong.local.command.DownCommand;
import health.lifelong.local.command.GenomeCommand;
import health.lifelong.local.command.InsightsCommand;
import health.lifelong.local.command.KeysCommand;
import health.lifelong.local.command.ModelsCommand;
import health.lifelong.local.command.PackCommand;
import health.lifelong.local.command.PersonCommand;
import health.lifelong.local.command.PopulationCommand;
import health.lifelong.local.command.PushCommand;
import health.lifelong.local.command.SetpointCommand;
import health.lifelong.local.command.TokenCommand;
import health.lifelong.local.command.UpCommand;
import health.lifelong.local.suite.Failure;
import health.lifelong.local.suite.Layout;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Entry of {@code ./lifelong}: finds the command and turns failures into one sentence and an exit
 * status.
 */
public final class Main {
  private static final Set<String> VALUED =
      Set.of(
          "centre",
          "person",
          "sample",
          "format",
          "as",
          "build",
          "pgs",
          "outside",
          "item",
          "sex",
          "age",
          "role",
          "subject",
          "scope",
          "acr",
          "language",
          "limit",
          "key",
          "heads");
  private static final Set<String> SWITCHES = Set.of("detach", "fresh", "help", "json", "markdown");

  private Main() {}

  public static void main(String[] words) {
    // The terminal's charset must not decide what a report looks like.
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    System.exit(run(Arrays.asList(words)));
  }

  static int run(List<String> words) {
    Map<String, Command> commands = commands(Layout.fromEnvironment());
    if (words.isEmpty() || words.getFirst().equals("--help") || words.getFirst().equals("help")) {
      help(commands);
      return words.isEmpty() ? 1 : 0;
    }
    Command command = commands.get(words.getFirst());
    if (command == null) {
      System.err.println("lifelong: no such command: " + words.getFirst());
      help(commands);
      return 1;
    }
    try {
      Arguments arguments = Arguments.parse(words.subList(1, words.size()), VALUED, SWITCHES);
      if (arguments.has("help")) {
        System.out.println("./lifelong " + command.usage() + "\n  " + command.purpose());
        return 0;
      }
      return command.run(arguments);
    } catch (Failure failure) {
      System.err.println("lifelong: " + failure.getMessage());
      return 1;
    } catch (ConnectException failure) {
      System.err.println(
          "lifelong: the suite does not answer: it is still starting or was stopped; see ./lifelong up");
      return 1;
    } catch (IOException failure) {
      // Some of these say nothing but their name.
      String said = failure.getMessage();
      System.err.println("lifelong: " + (said == null ? failure.getClass().getSimpleName() : said));
      return 1;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  static Map<String, Command> commands(Layout layout) {
    Map<String, Command> commands = new LinkedHashMap<>();
    commands.put("up", new UpCommand(layout));
    commands.put("down", new DownCommand(layout));
    commands.put("demo", new DemoCommand(layout));
    commands.put("push", new PushCommand(layout));
    commands.put("person", new PersonCommand(layout));
    commands.put("insights", new InsightsCommand(layout));
    commands.put("keys", new KeysCommand(layout));
    commands.put("models", new ModelsCommand());
    commands.put("genome", new GenomeCommand());
    commands.put("setpoint", new SetpointCommand());
    commands.put("population", new PopulationCommand());
    commands.put("token", new TokenCommand(layout));
    commands.put("pack", new PackCommand());
    commands.put("audit", new AuditCommand(layout));
    commands.put("bench", new BenchCommand(layout));
    return commands;
  }

  private static void help(Map<String, Command> commands) {
    System.out.println("usage: ./lifelong COMMAND ...\n");
    commands.forEach(
        (name, command) ->
            System.out.println("  " + command.usage() + "\n      " + command.purpose()));
    System.out.println(
        "  test [--full]\n      every test, on real PostgreSQL; --full adds the long ones");
  }
}
