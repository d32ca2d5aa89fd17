package health.lifelong.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import health.lifelong.local.http.Http;
import health.lifelong.local.suite.Failure;
import health.lifelong.local.suite.Layout;
import health.lifelong.local.suite.LocalKeys;
import health.lifelong.local.suite.LocalTokens;
import health.lifelong.local.suite.Ports;
import health.lifelong.local.suite.Running;
import health.lifelong.local.suite.Service;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** One person's fused record and insights, through the gateway. */
public final class PersonCommand implements Command {
  private final Layout layout;

  public PersonCommand(Layout layout) {
    this.layout = layout;
  }

  @Override
  public String usage() {
    return "person ID [--as ROLE] [--language ko|en|vi]";
  }

  @Override
  public String purpose() {
    return "the fused record and insights of a person (id, or CENTRE/identifier), as the person or another role";
  }

  @Override
  public int run(Arguments arguments) throws IOException, InterruptedException {
    Running running = Running.require(layout);
    LocalKeys keys = LocalKeys.of(layout);
    LocalTokens tokens = new LocalTokens(keys);
    String role = arguments.option("as").orElse("person");
    try (Http http = new Http(keys)) {
      String base = "http://localhost:" + running.ports().http(Service.GATEWAY);
      String id = resolve(http, tokens, base, arguments.word("person id"));
      String subject =
          switch (role) {
            case "person" -> id;
            case "centre" -> Ports.CENTRES.getFirst();
            default -> "local-" + role;
          };
      String part = role.equals("centre") ? "/record" : "/report";
      String url =
          base
              + "/v1/persons/"
              + id
              + part
              + "?language="
              + arguments.option("language").orElse("ko");
      JsonNode report =
          http.get(url, tokens.token(role, subject, null, LocalTokens.TWO_FACTORS))
              .require("person");
      System.out.println(Http.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report));
    }
    return 0;
  }

  /** A person id stays; CENTRE/identifier is asked of the gateway, in the centre's name. */
  public static String resolve(Http http, LocalTokens tokens, String base, String named)
      throws IOException, InterruptedException {
    int slash = named.indexOf('/');
    if (slash < 0) {
      return named;
    }
    String centre = named.substring(0, slash);
    String identifier =
        URLEncoder.encode(named.substring(slash + 1), StandardCharsets.UTF_8).replace("+", "%20");
    if (!Ports.CENTRES.contains(centre)) {
      throw new Failure("no such centre: " + centre);
    }
    return http.get(
            base + "/v1/centres/" + centre + "/persons/" + identifier, tokens.centre(centre))
        .require("person " + named)
        .path("personId")
        .asText();
  }
}
