package health.lifelong.local.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Stands in for an identity provider on a developer's own machine: lists the persons of the
 * demonstration and sends the browser to the web app with a fresh five-minute token in the
 * address's fragment, which no server sees. Loopback only, part of no deployment.
 */
public final class SignInPage implements AutoCloseable {
  private static final Pattern PERSON_ID = Pattern.compile("[0-9a-fA-F-]{36}");

  private final HttpServer server;

  private SignInPage(HttpServer server) {
    this.server = server;
  }

  /** File with one "person id, tab, label" a line, written by the demonstration. */
  public static Path persons(Layout layout) {
    return layout.state().resolve("demo-persons.tsv");
  }

  /** The address that shows a person's page. */
  public static String address(Ports ports, String personId) {
    return "http://localhost:" + ports.signIn() + "/as/" + personId;
  }

  static SignInPage start(Layout layout, Ports ports, LocalTokens tokens) {
    try {
      HttpServer server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.signIn()), 16);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/as/", exchange -> signIn(exchange, ports, tokens));
      server.createContext("/", exchange -> list(exchange, layout));
      server.start();
      return new SignInPage(server);
    } catch (IOException e) {
      throw new Failure("the local sign-in page could not be started: " + e.getMessage(), e);
    }
  }

  private static void signIn(HttpExchange exchange, Ports ports, LocalTokens tokens)
      throws IOException {
    String path = exchange.getRequestURI().getPath();
    String person = URLDecoder.decode(path.substring("/as/".length()), StandardCharsets.UTF_8);
    if (!PERSON_ID.matcher(person).matches()) {
      answer(exchange, 404, "<p>No such person.</p>");
      return;
    }
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            "http://localhost:" + ports.http(Service.GATEWAY) + "/#token=" + tokens.person(person));
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(303, -1);
    exchange.close();
  }

  private static void list(HttpExchange exchange, Layout layout) throws IOException {
    List<String> items = new ArrayList<>();
    if (Files.isRegularFile(persons(layout))) {
      for (String line : Files.readAllLines(persons(layout))) {
        String[] cells = line.split("\t", 2);
        if (cells.length == 2 && PERSON_ID.matcher(cells[0]).matches()) {
          items.add("<li><a href=\"/as/%s\">%s</a></li>".formatted(cells[0], escaped(cells[1])));
        }
      }
    }
    String body =
        items.isEmpty()
            ? "<p>Nobody is here yet: run <code>./lifelong demo</code>.</p>"
            : "<ul>" + String.join("", items) + "</ul>";
    answer(exchange, 200, "<h1>Whose page?</h1>" + body);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static void answer(HttpExchange exchange, int status, String html) throws IOException {
    byte[] page =
        ("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                + "<title>Lifelong, local sign-in</title><body style=\"font:17px/1.65 system-ui;margin:2rem\">"
                + html)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(status, page.length);
    exchange.getResponseBody().write(page);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
