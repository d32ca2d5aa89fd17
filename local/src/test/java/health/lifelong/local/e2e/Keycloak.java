package health.lifelong.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import health.lifelong.local.http.Http;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The real identity provider with the realm of the region, in a process of its own. */
final class Keycloak implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final String admin;
  private final Process process;

  private Keycloak(String base, String admin, Process process) {
    this.base = base;
    this.admin = admin;
    this.process = process;
  }

  /** Starts it from the distribution that the build unpacked; {@link #await} waits for it. */
  static Keycloak start(int port, String webOrigin, Path realm, Path log) throws IOException {
    Path home = home();
    Path imports = Files.createDirectories(home.resolve("data/import"));
    Files.copy(realm, imports.resolve("lifelong-realm.json"), StandardCopyOption.REPLACE_EXISTING);
    String base = "http://localhost:" + port;
    String admin = UUID.randomUUID().toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            home.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--import-realm",
            "--db=dev-mem",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--hostname=" + base);
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", admin);
    environment.put("LIFELONG_WEB_ORIGIN", webOrigin);
    environment.put("LIFELONG_CENTRE_CA", "CN=Lifelong centres");
    return new Keycloak(
        base, admin, builder.redirectErrorStream(true).redirectOutput(log.toFile()).start());
  }

  private static Path home() throws IOException {
    try (Stream<Path> unpacked = Files.list(Path.of("target/keycloak"))) {
      Path home =
          unpacked
              .filter(Files::isDirectory)
              .findFirst()
              .orElseThrow(() -> new IOException("Keycloak was not unpacked by the build"))
              .toAbsolutePath();
      if (!home.resolve("bin/kc.sh").toFile().setExecutable(true)) {
        throw new IOException("kc.sh cannot be run");
      }
      return home;
    }
  }

  String issuer() {
    return base + "/realms/lifelong";
  }

  String endpoint(String name) {
    return issuer() + "/protocol/openid-connect/" + name;
  }

  void await() throws InterruptedException {
    Instant late = Instant.now().plus(PATIENCE);
    while (!answers()) {
      if (Instant.now().isAfter(late) || !process.isAlive()) {
        throw new IllegalStateException("Keycloak did not start");
      }
      Thread.sleep(200);
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** An account with a password and an authenticator, as somebody has who enrolled both. */
  void account(String name, String password, String seed) throws Exception {
    String authenticator =
        Http.JSON.writeValueAsString(
            Map.of(
                "subType", "totp",
                "digits", 6,
                "counter", 0,
                "period", 30,
                "algorithm", "HmacSHA1"));
    Map<String, ?> account =
        Map.of(
            "username",
            name,
            "enabled",
            true,
            "firstName",
            "Test",
            "lastName",
            "Person",
            "email",
            name + "@example.invalid",
            "realmRoles",
            List.of("default-roles-lifelong"),
            "credentials",
            List.of(
                Map.of("type", "password", "value", password),
                Map.of(
                    "type",
                    "otp",
                    "secretData",
                    Http.JSON.writeValueAsString(Map.of("value", seed)),
                    "credentialData",
                    authenticator)));
    administer("partialImport", Map.of("ifResourceExists", "FAIL", "users", List.of(account)));
  }

  /** Another key signs from now on; the old one still verifies. */
  void rotateSigningKey() throws Exception {
    administer(
        "components",
        Map.of(
            "name", "signs tokens next",
            "providerId", "ecdsa-generated",
            "providerType", "org.keycloak.keys.KeyProvider",
            "config",
                Map.of(
                    "priority", List.of("200"),
                    "enabled", List.of("true"),
                    "active", List.of("true"),
                    "ecdsaEllipticCurveKey", List.of("P-256"))));
  }

  private void administer(String what, Map<String, ?> body) throws Exception {
    JsonNode token =
        form(
                base + "/realms/master/protocol/openid-connect/token",
                Map.of(
                    "grant_type", "password",
                    "client_id", "admin-cli",
                    "username", "admin",
                    "password", admin))
            .body();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/admin/realms/lifelong/" + what))
            .header("Authorization", "Bearer " + token.path("access_token").asText())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Http.JSON.writeValueAsString(body)))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(what + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  /** What a token endpoint said. */
  record Answer(int status, JsonNode body) {}

  /** A use of a refresh token by the web app's client. */
  Answer refresh(String refreshToken) throws Exception {
    return form(
        endpoint("token"),
        Map.of(
            "grant_type", "refresh_token",
            "client_id", "lifelong-web",
            "refresh_token", refreshToken));
  }

  private Answer form(String address, Map<String, String> fields) throws Exception {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    return new Answer(answer.statusCode(), Http.JSON.readTree(answer.body()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    http.close();
  }
}
