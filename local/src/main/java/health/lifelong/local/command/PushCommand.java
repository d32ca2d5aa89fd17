package health.lifelong.local.command;

import health.lifelong.local.http.Http;
import health.lifelong.local.push.FileKind;
import health.lifelong.local.push.PushResult;
import health.lifelong.local.push.Pusher;
import health.lifelong.local.suite.Failure;
import health.lifelong.local.suite.Layout;
import health.lifelong.local.suite.LocalKeys;
import health.lifelong.local.suite.LocalTokens;
import health.lifelong.local.suite.Ports;
import health.lifelong.local.suite.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sends files as a centre or a phone would, and prints one JSON line a file. */
public final class PushCommand implements Command {
  private static final int SOME_REJECTED = 3;

  private final Layout layout;

  public PushCommand(Layout layout) {
    this.layout = layout;
  }

  @Override
  public String usage() {
    return "push FILE... --centre CODE [--person ID] [--sample S] [--build B] [--format F]";
  }

  @Override
  public String purpose() {
    return "send files by the doors of centres and phones; centres: "
        + String.join(", ", Ports.CENTRES);
  }

  @Override
  public int run(Arguments arguments) throws IOException, InterruptedException {
    String centre = arguments.require("centre");
    if (!Ports.CENTRES.contains(centre)) {
      throw new Failure(
          "no such centre: "
              + centre
              + " (registered here: "
              + String.join(", ", Ports.CENTRES)
              + ")");
    }
    if (arguments.words().isEmpty()) {
      throw new Failure("name at least one file");
    }
    Running running = Running.require(layout);
    LocalKeys keys = LocalKeys.of(layout);
    Pusher.Options options =
        new Pusher.Options(
            centre,
            arguments.option("person").orElse(""),
            arguments.option("sample").orElse(""),
            arguments.option("build").orElse(""));
    boolean rejected = false;
    try (Http http = new Http(keys)) {
      Pusher pusher = new Pusher(running.ports(), http, new LocalTokens(keys));
      for (String word : arguments.words()) {
        Path file = Path.of(word);
        if (!Files.isRegularFile(file)) {
          throw new Failure("no such file: " + word);
        }
        FileKind kind =
            arguments.has("format")
                ? FileKind.named(arguments.require("format"))
                : FileKind.of(file);
        PushResult result = pusher.push(file, kind, options, PushCommand::progress);
        System.out.println(Http.JSON.writeValueAsString(result.line()));
        rejected |= result.someRejected();
      }
    }
    return rejected ? SOME_REJECTED : 0;
  }

  /** Only for people who watch: a pipe or a script gets the JSON alone. */
  private static void progress(long records) {
    if (System.console() != null && System.console().isTerminal() && records % 50 == 0) {
      System.err.print("\r" + records + " records sent ");
    }
  }
}
