package health.lifelong.local.command;

import health.lifelong.local.suite.Layout;
import health.lifelong.local.suite.LocalKeys;
import health.lifelong.local.suite.LocalTokens;

/** Mints a short-lived token with the local key. */
public final class TokenCommand implements Command {
  private final Layout layout;

  public TokenCommand(Layout layout) {
    this.layout = layout;
  }

  @Override
  public String usage() {
    return "token --role R --subject S [--scope SCOPE] [--acr N]";
  }

  @Override
  public String purpose() {
    return "a five-minute token signed by the local key (roles: "
        + String.join(", ", LocalTokens.ROLES)
        + ")";
  }

  @Override
  public int run(Arguments arguments) {
    System.out.println(
        new LocalTokens(LocalKeys.of(layout))
            .token(
                arguments.require("role"),
                arguments.require("subject"),
                arguments.option("scope").orElse(null),
                arguments.option("acr").orElse(null)));
    return 0;
  }
}
