package health.lifelong.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.lifelong.local.http.Http;
import health.lifelong.local.suite.LocalTokens;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A critical value on its way: from the centre's message to its on-call staff and the person. */
final class OnCallSteps {
  private static final String SEOUL = "/v1/centres/seoul";
  private static final Duration PATIENCE_OF_A_LEVEL = Duration.ofSeconds(2);

  private final Http http;
  private final LocalTokens tokens;
  private final String gateway;
  private String person = "";
  private String critical = "";

  OnCallSteps(Http http, LocalTokens tokens, String gateway) {
    this.http = http;
    this.tokens = tokens;
    this.gateway = gateway;
  }

  /** The pack, with an on-call list whose levels have seconds instead of minutes. */
  static Path shortPatience(Path pack, Path state) throws IOException {
    Path copy = state.resolve("pack");
    try (Stream<Path> files = Files.walk(pack)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(pack.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    String levels = "*,1,duty,1,%1$s\n*,2,director,2,%1$s\n".formatted(PATIENCE_OF_A_LEVEL);
    Files.writeString(
        copy.resolve("on-call.csv"), "centre,level,name,contact,escalate_after\n" + levels);
    return copy;
  }

  /** A potassium of 7.2 and an answer above zero to the last question of the PHQ-9, of today. */
  static String message(String chart) {
    String day = LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.BASIC_ISO_DATE);
    return String.join(
        "\r",
        "MSH|^~\\&|LIS|seoul|LIFELONG|INSTITUTE|" + day + "090000||ORU^R01|CRIT-1|P|2.5",
        "PID|1||" + chart + "^^^seoul^MR||Kim^Haneul||19800229|F",
        "PV1|1|O|||||||||||||||||ORDER-77",
        "OBR|1||ORDER-77|CHECKUP^Checkup^L|||" + day + "0000+0000|||||||||||||||||F",
        "OBX|1|NM|K^potassium^99LIFELONG||7.2|mmol/L^^UCUM|||||F",
        "OBX|2|NM|GLU_F^glucose^99LIFELONG||98|mg/dL^^UCUM|||||F",
        "OBX|3|CE|PHQ9_9^item 9^99LIFELONG||1^^99LIFELONG||||||F",
        "");
  }

  void theCentreIsToldWithinFiveSeconds() throws IOException, InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    JsonNode results = list();
    while (results.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(100);
      results = list();
    }
    List<String> items = new ArrayList<>();
    results.forEach(result -> items.add(result.path("item").asText()));
    assertThat(items).containsExactlyInAnyOrder("K", "PHQ9_9");
    JsonNode potassium = potassium();
    critical = potassium.path("criticalId").asText();
    assertThat(potassium.path("value").asText()).isEqualTo("7.2");
    assertThat(potassium.path("rule").asText()).isEqualTo("K >= 6.2 mmol/L");
    assertThat(potassium.path("checkupSourceKey").asText()).contains("ORDER-77");
  }

  private JsonNode list() throws IOException, InterruptedException {
    return http.get(gateway + SEOUL + "/critical-results", tokens.centre("seoul"))
        .require("critical results")
        .path("results");
  }

  private JsonNode potassium() throws IOException, InterruptedException {
    for (JsonNode result : list()) {
      if (result.path("item").asText().equals("K")) {
        return result;
      }
    }
    throw new AssertionError("the potassium is not listed");
  }

  void nobodyElseLearnsOfIt() throws IOException, InterruptedException {
    String busan = tokens.centre("busan");
    Http.Answer foreign = acknowledge(busan, SEOUL, critical);
    Http.Answer unknown = acknowledge(tokens.centre("seoul"), SEOUL, UUID.randomUUID().toString());
    Http.Answer list = http.get(gateway + SEOUL + "/critical-results", busan);
    Http.Answer ownList = http.get(gateway + "/v1/centres/busan/critical-results", busan);
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(unknown.body());
    assertThat(list.body()).isEqualTo(unknown.body());
    assertThat(ownList.require("busan's own").path("results")).isEmpty();
  }

  private Http.Answer acknowledge(String token, String centre, String id)
      throws IOException, InterruptedException {
    return post(
        centre + "/critical-results/" + id + "/acknowledgement",
        token,
        Map.of("acknowledgedBy", "Dr. Park", "note", "called; comes back today"));
  }

  private Http.Answer post(String path, String token, Map<String, String> body)
      throws IOException, InterruptedException {
    return http.post(
        gateway + path,
        token,
        "application/json",
        HttpRequest.BodyPublishers.ofString(Http.JSON.writeValueAsString(body)));
  }

  void thePersonIsAskedToCallAndSeesNoNumber(String personId)
      throws IOException, InterruptedException {
    person = personId;
    for (String category : List.of("identity", "checkup", "special")) {
      post(
              "/v1/me/consents",
              tokens.person(person),
              Map.of("category", category, "purpose", "health_management", "decision", "grant"))
          .require("consent");
    }
    JsonNode report =
        http.get(gateway + "/v1/me/report?language=en", tokens.person(person)).require("report");
    assertThat(report.path("unavailable")).isEmpty();
    assertThat(report.path("insights").path("notices")).hasSize(2);
    report
        .path("insights")
        .path("notices")
        .forEach(notice -> assertThat(notice.path("callNumber").asText()).isNotBlank());
    assertThat(report.path("record").path("someResultsHeld").asBoolean()).isTrue();
    assertThat(report.toString())
        .contains("GLU_F")
        .doesNotContain("7.2", "PHQ9", "\"K\"", "potassium");
  }

  void itEscalatesUntilItIsAcknowledged() throws IOException, InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!kinds(potassium()).contains("escalated") && System.nanoTime() < end) {
      Thread.sleep(200);
    }
    assertThat(kinds(potassium())).startsWith("opened", "notified", "escalated", "notified");
    acknowledge(tokens.centre("seoul"), SEOUL, critical).require("acknowledgement");
    List<String> then = kinds(potassium());
    assertThat(then).endsWith("acknowledged");
    Thread.sleep(PATIENCE_OF_A_LEVEL.plusSeconds(2));
    assertThat(kinds(potassium())).as("nobody is told any more").isEqualTo(then);
    assertThat(potassium().path("state").asText()).isEqualTo("acknowledged");
  }

  private static List<String> kinds(JsonNode result) {
    List<String> kinds = new ArrayList<>();
    result.path("events").forEach(event -> kinds.add(event.path("kind").asText()));
    return kinds;
  }

  void whatIsReleasedAppearsToThePerson() throws IOException, InterruptedException {
    Http.Answer released =
        post(SEOUL + "/persons/" + person + "/releases", tokens.centre("seoul"), Map.of());
    assertThat(released.require("release").path("released").asInt()).isEqualTo(2);
    JsonNode record = http.get(gateway + "/v1/me/record", tokens.person(person)).require("record");
    assertThat(record.toString()).contains("\"7.2\"");
    assertThat(record.path("someResultsHeld").asBoolean()).isFalse();
  }
}
