package health.lifelong.local.command;

import health.lifelong.local.suite.Layout;
import health.lifelong.local.suite.Running;
import java.time.Duration;

/** Stops a suite that was started with {@code up}. */
public final class DownCommand implements Command {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Layout layout;

  public DownCommand(Layout layout) {
    this.layout = layout;
  }

  @Override
  public String usage() {
    return "down";
  }

  @Override
  public String purpose() {
    return "stop everything that up started";
  }

  @Override
  public int run(Arguments arguments) {
    System.out.println(Running.stop(layout, PATIENCE) ? "stopped" : "nothing was running");
    return 0;
  }
}
