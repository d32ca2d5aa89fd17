package health.lifelong.local.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for an identity provider on a developer's own machine, so that the web app signs in as
 * it does in an installation (authorisation code with PKCE): asks "whose page?" instead of for a
 * password. Loopback only, part of no deployment.
 */
public final class SignInPage implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PERSON_ID = Pattern.compile("[0-9a-fA-F-]{36}");
  private static final Pattern COOKIE = Pattern.compile("lifelong-person=([0-9a-fA-F-]{36})");
  private static final String CLIENT = "lifelong-web";

  private final HttpServer server;
  private final Layout layout;
  private final LocalTokens tokens;
  private final SignInGrants grants = new SignInGrants();
  private final String here;
  private final String page;

  private SignInPage(HttpServer server, Layout layout, Ports ports, LocalTokens tokens) {
    this.server = server;
    this.layout = layout;
    this.tokens = tokens;
    this.here = authority(ports);
    this.page = "http://localhost:" + ports.http(Service.GATEWAY) + "/";
  }

  /** File with one "person id, tab, label" a line, written by the demonstration. */
  public static Path persons(Layout layout) {
    return layout.state().resolve("demo-persons.tsv");
  }

  /** The address that shows a person's page. */
  public static String address(Ports ports, String personId) {
    return authority(ports) + "/as/" + personId;
  }

  /** Where the web app finds this provider. */
  static String authority(Ports ports) {
    return "http://localhost:" + ports.signIn();
  }

  static SignInPage start(Layout layout, Ports ports, LocalTokens tokens) {
    try {
      HttpServer server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.signIn()), 16);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      SignInPage signIn = new SignInPage(server, layout, ports, tokens);
      server.createContext("/.well-known/openid-configuration", signIn::describe);
      server.createContext("/authorize", signIn::authorize);
      server.createContext("/token", signIn::token);
      server.createContext("/end", signIn::end);
      server.createContext("/as/", signIn::as);
      server.createContext("/", exchange -> signIn.list(exchange, ""));
      server.start();
      return signIn;
    } catch (IOException e) {
      throw new Failure("the local sign-in page could not be started: " + e.getMessage(), e);
    }
  }

  private void describe(HttpExchange exchange) throws IOException {
    json(
        exchange,
        200,
        Map.of(
            "issuer",
            LocalTokens.ISSUER,
            "authorization_endpoint",
            here + "/authorize",
            "token_endpoint",
            here + "/token",
            "end_session_endpoint",
            here + "/end",
            "response_types_supported",
            List.of("code"),
            "code_challenge_methods_supported",
            List.of("S256"),
            "id_token_signing_alg_values_supported",
            List.of("ES256")));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
    String challenge = asked.getOrDefault("code_challenge", "");
    boolean ours =
        page.equals(asked.get("redirect_uri"))
            && CLIENT.equals(asked.get("client_id"))
            && "S256".equals(asked.get("code_challenge_method"))
            && !challenge.isEmpty();
    if (!ours) {
      answer(exchange, 400, "<p>This is not the web app of this run.</p>");
      return;
    }
    Optional<String> person =
        Optional.ofNullable(asked.get("login_hint"))
            .filter(hint -> PERSON_ID.matcher(hint).matches())
            .or(() -> known(exchange));
    String state = asked.getOrDefault("state", "");
    if (person.isPresent()) {
      String code = grants.code(person.get(), asked.getOrDefault("nonce", ""), challenge);
      cookie(exchange, person.get());
      redirect(exchange, page + "#state=" + encoded(state) + "&code=" + encoded(code));
    } else if ("none".equals(asked.get("prompt"))) {
      redirect(exchange, page + "#state=" + encoded(state) + "&error=login_required");
    } else {
      list(exchange, "/authorize?" + exchange.getRequestURI().getRawQuery() + "&login_hint=");
    }
  }

  private void token(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> asked = parameters(form);
    Optional<SignInGrants.Granted> granted =
        "refresh_token".equals(asked.get("grant_type"))
            ? grants.renew(asked.getOrDefault("refresh_token", ""))
            : grants.redeem(
                asked.getOrDefault("code", ""), asked.getOrDefault("code_verifier", ""));
    if (granted.isEmpty()) {
      json(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    String person = granted.get().person();
    json(
        exchange,
        200,
        Map.of(
            "access_token", tokens.person(person),
            "token_type", "Bearer",
            "expires_in", LocalTokens.LIFE.toSeconds(),
            "refresh_token", grants.refresh(person),
            "id_token", tokens.identity(person, CLIENT, granted.get().nonce())));
  }

  private void end(HttpExchange exchange) throws IOException {
    cookie(exchange, "");
    redirect(exchange, page);
  }

  private void as(HttpExchange exchange) throws IOException {
    String person = exchange.getRequestURI().getPath().substring("/as/".length());
    if (PERSON_ID.matcher(person).matches()) {
      redirect(exchange, page + "#login=" + person);
    } else {
      answer(exchange, 404, "<p>No such person.</p>");
    }
  }

  /** The persons of the demonstration, each a link to {@code target} and its id. */
  private void list(HttpExchange exchange, String target) throws IOException {
    List<String> items = new ArrayList<>();
    if (Files.isRegularFile(persons(layout))) {
      for (String line : Files.readAllLines(persons(layout))) {
        String[] cells = line.split("\t", 2);
        if (cells.length == 2 && PERSON_ID.matcher(cells[0]).matches()) {
          String link = (target.isEmpty() ? "/as/" : target) + cells[0];
          items.add("<li><a href=\"%s\">%s</a></li>".formatted(escaped(link), escaped(cells[1])));
        }
      }
    }
    String body =
        items.isEmpty()
            ? "<p>Nobody is here yet: run <code>./lifelong demo</code>.</p>"
            : "<ul>" + String.join("", items) + "</ul>";
    answer(exchange, 200, "<h1>Whose page?</h1>" + body);
  }

  private static Optional<String> known(HttpExchange exchange) {
    Matcher cookie =
        COOKIE.matcher(
            String.join(";", exchange.getRequestHeaders().getOrDefault("Cookie", List.of())));
    return cookie.find() ? Optional.of(cookie.group(1)) : Optional.empty();
  }

  private static void cookie(HttpExchange exchange, String person) {
    exchange
        .getResponseHeaders()
        .set("Set-Cookie", "lifelong-person=" + person + "; Path=/; HttpOnly; SameSite=Lax");
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      String[] sides = pair.split("=", 2);
      if (sides.length == 2) {
        parameters.put(
            URLDecoder.decode(sides[0], StandardCharsets.UTF_8),
            URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static void redirect(HttpExchange exchange, String address) throws IOException {
    exchange.getResponseHeaders().set("Location", address);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(303, -1);
    exchange.close();
  }

  private void json(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
    exchange
        .getResponseHeaders()
        .set("Access-Control-Allow-Origin", page.substring(0, page.length() - 1));
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    send(exchange, status, "application/json", JSON.writeValueAsString(body));
  }

  private static void answer(HttpExchange exchange, int status, String html) throws IOException {
    send(
        exchange,
        status,
        "text/html; charset=utf-8",
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
            + "<title>Lifelong, local sign-in</title><body style=\"font:17px/1.65 system-ui;margin:2rem\">"
            + html);
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
