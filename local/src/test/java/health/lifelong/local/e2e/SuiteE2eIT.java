package health.lifelong.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import health.lifelong.local.command.PersonCommand;
import health.lifelong.local.http.Http;
import health.lifelong.local.push.FileKind;
import health.lifelong.local.push.MllpSender;
import health.lifelong.local.push.PushResult;
import health.lifelong.local.push.Pusher;
import health.lifelong.local.sample.SampleFiles;
import health.lifelong.local.suite.Layout;
import health.lifelong.local.suite.LocalKeys;
import health.lifelong.local.suite.LocalTokens;
import health.lifelong.local.suite.Ports;
import health.lifelong.local.suite.Service;
import health.lifelong.local.suite.Supervisor;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a centre's file to a person's fused report, and what must hold on the way. The steps build
 * on each other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SuiteE2eIT {
  private static final int BASE = 28080;

  private final Ports ports = new Ports(BASE);
  private final List<PushResult> pushed = new ArrayList<>();
  private Layout layout;
  private Supervisor supervisor;
  private LocalTokens tokens;
  private Http http;
  private Pusher pusher;
  private Path samples;
  private String person = "";

  @BeforeAll
  void start(@TempDir Path state) throws IOException {
    Layout korea = new Layout(Path.of("..").toAbsolutePath().normalize(), state);
    layout = new Layout(korea.root(), state, OnCallSteps.shortPatience(korea.pack(), state));
    samples = state.resolve("samples");
    launch();
  }

  private void launch() {
    supervisor = new Supervisor(layout, ports, System.out::println);
    supervisor.start();
    LocalKeys keys = LocalKeys.of(layout);
    tokens = new LocalTokens(keys);
    http = new Http(keys);
    pusher = new Pusher(ports, http, tokens);
  }

  @AfterAll
  void stop() {
    // The suite may have failed to start: what did start is stopped in any case.
    if (supervisor != null) {
      supervisor.close();
    }
    if (http != null) {
      http.close();
    }
  }

  private String gateway(String path) {
    return "http://localhost:" + ports.http(Service.GATEWAY) + path;
  }

  private PushResult push(Path file, FileKind kind, String centre, String forPerson)
      throws IOException, InterruptedException {
    return pusher.push(file, kind, new Pusher.Options(centre, forPerson, "", ""), records -> {});
  }

  @Test
  @Order(1)
  void seven_centres_are_taken_whole_and_meet_in_one_person() throws Exception {
    for (SampleFiles.SampleFile file : SampleFiles.checkups(samples)) {
      PushResult result = push(file.path(), file.kind(), file.centre(), "");
      assertThat(result.someRejected()).as(file.path().toString()).isFalse();
      pushed.add(result);
    }
    SampleFiles.Member shown = SampleFiles.shown();
    person =
        PersonCommand.resolve(
            http, tokens, gateway(""), shown.centre() + "/" + shown.chartNumber());
    JsonNode timeline =
        http.get(gateway("/v1/me/timeline"), tokens.person(person)).require("timeline");
    assertThat(timeline.path("visits")).hasSize(10);
    List<String> centres = new ArrayList<>();
    timeline.path("visits").forEach(visit -> centres.add(visit.path("centre").asText()));
    assertThat(centres)
        .contains("seoul", "busan", "daegu", "incheon", "gwangju", "daejeon", "suwon");
  }

  @Test
  @Order(2)
  void a_genome_and_a_phone_export_join_the_same_person() throws Exception {
    PushResult genome =
        push(SampleFiles.genome(samples, layout.pack()), FileKind.GENOTYPES, "seoul", person);
    PushResult phone = push(SampleFiles.phone(samples), FileKind.APPLE_HEALTH, "seoul", person);
    assertThat(genome.persons()).containsExactly(person);
    assertThat(phone.persons()).containsExactly(person);
  }

  @Test
  @Order(3)
  void without_consent_the_insight_is_refused_and_the_refusal_is_in_the_log() throws Exception {
    Http.Answer refused = http.get(gateway("/v1/me/insights"), tokens.person(person));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body().path("code").asText()).isEqualTo("CONSENT_MISSING");
    JsonNode events =
        http.get(gateway("/v1/me/access-events"), tokens.person(person))
            .require("log")
            .path("events");
    assertThat(events)
        .anySatisfy(
            event -> {
              assertThat(event.path("decision").asText()).isEqualTo("deny");
              assertThat(event.path("purpose").asText()).isEqualTo("health_management");
            });
  }

  @Test
  @Order(4)
  void with_consent_one_insight_reads_all_three_kinds_of_data() throws Exception {
    for (String category :
        List.of("identity", "checkup", "special", "lifestyle", "genetic_report", "genetic_raw")) {
      grant(category, "health_management");
    }
    grant("genetic_report", "own_access");
    JsonNode report =
        http.get(gateway("/v1/me/report?language=en"), tokens.person(person)).require("report");
    assertThat(report.path("unavailable")).isEmpty();
    assertThat(report.path("insights").path("insights"))
        .anySatisfy(
            insight -> {
              assertThat(insight.path("model").asText()).isEqualTo("aldh2_alcohol");
              assertThat(insight.has("result")).isTrue();
              List<String> kinds = new ArrayList<>();
              insight.path("kinds").forEach(kind -> kinds.add(kind.asText()));
              assertThat(kinds).containsExactlyInAnyOrder("checkup", "genome", "lifestyle");
            });
  }

  private void grant(String category, String purpose) throws Exception {
    String body =
        Http.JSON.writeValueAsString(
            Map.of("category", category, "purpose", purpose, "decision", "grant"));
    http.post(
            gateway("/v1/me/consents"),
            tokens.person(person),
            "application/json",
            HttpRequest.BodyPublishers.ofString(body))
        .require("consent");
  }

  @Test
  @Order(5)
  void the_same_files_again_change_nothing_and_say_duplicates() throws Exception {
    long before = revision();
    for (SampleFiles.SampleFile file : SampleFiles.checkups(samples)) {
      PushResult.Line line = push(file.path(), file.kind(), file.centre(), "").line();
      assertThat(line.duplicates()).as(line.file()).isEqualTo(line.records());
      assertThat(line.accepted()).isZero();
    }
    assertThat(revision()).isEqualTo(before);
  }

  private long revision() throws Exception {
    return http.get(gateway("/v1/me/record"), tokens.person(person))
        .require("record")
        .path("revision")
        .asLong();
  }

  @Test
  @Order(6)
  void a_foreign_person_is_as_unknown_as_none() throws Exception {
    String other =
        pushed.getFirst().persons().stream()
            .filter(id -> !id.equals(person))
            .findFirst()
            .orElseThrow();
    Http.Answer foreign =
        http.get(gateway("/v1/persons/" + other + "/record"), tokens.person(person));
    Http.Answer unknown =
        http.get(
            gateway("/v1/persons/00000000-0000-7000-8000-000000000000/record"),
            tokens.person(person));
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(unknown.body());
  }

  @Test
  @Order(7)
  void a_malformed_file_of_each_kind_is_refused_with_reason_and_place() throws Exception {
    refused(
        "bad.hl7",
        "MSH|^~\\&|A|B|C|D|20260101||ORU^R01|X1|P|2.5\rOBX|1|NM|GLU_F||1|mg/dL\r",
        FileKind.HL7V2,
        "PERSON_MISSING");
    refused("bad.json", "{\"resourceType\":\"Patient\",}", FileKind.FHIR_JSON, "json.syntax");
    refused(
        "bad.xml",
        "<!DOCTYPE x [<!ENTITY e 'x'>]><Patient xmlns=\"http://hl7.org/fhir\"/>",
        FileKind.FHIR_XML,
        "xml.doctype");
    refused("bad.ndjson", "{\"resourceType\":\"Patient\"\n", FileKind.NDJSON, "json.syntax");
    refused("bad.vcf", "##fileformat=VCFv4.2\nno header\n", FileKind.GENOTYPES, "MALFORMED");
    refused("bad.csv", "등록번호,이름,검진일,HGB(g/dL)\n1,가,2026-01-02\n", FileKind.CSV, "ROW_SHAPE");
    PushResult.Line phone =
        push(write("export.xml", "<HealthData><Record type="), FileKind.APPLE_HEALTH, "seoul", "")
            .line();
    assertThat(phone.accepted()).isZero();
  }

  private void refused(String name, String content, FileKind kind, String reason) throws Exception {
    PushResult.Line line = push(write(name, content), kind, "seoul", "").line();
    assertThat(line.rejected()).as(name).isNotEmpty();
    assertThat(line.rejected().getFirst().reason()).as(name).isEqualTo(reason);
    assertThat(line.rejected().getFirst().path()).as(name).isNotEmpty();
    assertThat(line.accepted()).as(name).isZero();
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(samples.resolve(name), content, StandardCharsets.UTF_8);
  }

  @Test
  @Order(8)
  void a_critical_value_is_told_escalates_and_is_seen_by_the_person_once_released()
      throws Exception {
    OnCallSteps steps = new OnCallSteps(http, tokens, gateway(""));
    push(write("critical.hl7", OnCallSteps.message("C1")), FileKind.HL7V2, "seoul", "");
    steps.theCentreIsToldWithinFiveSeconds();
    steps.nobodyElseLearnsOfIt();
    steps.thePersonIsAskedToCallAndSeesNoNumber(
        PersonCommand.resolve(http, tokens, gateway(""), "seoul/C1"));
    steps.itEscalatesUntilItIsAcknowledged();
    steps.whatIsReleasedAppearsToThePerson();
  }

  @Test
  @Order(8)
  void a_door_over_tls_opens_to_the_certificate_of_its_own_centre_only() throws Exception {
    byte[] message = "MSH|^~\\&|L|S|L|L|20260101090000||ORU^R01|X|P|2.5\r".getBytes(UTF_8);
    try (MllpSender own = new MllpSender(http.sockets("busan"), ports.mllps("busan"))) {
      assertThat(own.send(message).code()).isEqualTo("AE");
    }
    try (MllpSender other = new MllpSender(http.sockets("daegu"), ports.mllps("busan"))) {
      assertThatThrownBy(() -> other.send(message)).isInstanceOf(IOException.class);
    }
    String url = "https://localhost:" + ports.ingestionHttps() + "/v1/receipts/1";
    assertThat(http.of("busan").get(url, tokens.centre("busan")).status()).isEqualTo(404);
    assertThat(http.of("daegu").get(url, tokens.centre("busan")).status()).isEqualTo(401);
  }

  @Test
  @Order(9)
  void after_kill_9_of_everything_a_receipt_is_in_the_record_exactly_once() throws Exception {
    StringBuilder rows = new StringBuilder("등록번호,이름,검진일,HGB(g/dL),GLU_F(mg/dL)\n");
    for (int i = 0; i < 3_000; i++) {
      rows.append("K").append(i).append(",가나다,2026-02-03,14.1,9").append(i % 10).append('\n');
    }
    Path file = write("kill.csv", rows.toString());
    Http.Answer receipt =
        http.post(
            "https://localhost:" + ports.ingestionHttps() + "/v1/files/csv?name=kill.csv",
            tokens.centre("daegu"),
            "text/csv",
            HttpRequest.BodyPublishers.ofFile(file));
    receipt.require("receipt");
    supervisor.kill();
    http.close();
    launch();
    PushResult.Line again = push(file, FileKind.CSV, "daegu", "").line();
    assertThat(again.duplicates()).isEqualTo(3_000);
    assertThat(again.receipts()).containsExactly(receipt.body().path("receipt").asText());
    String one = PersonCommand.resolve(http, tokens, gateway(""), "daegu/K7");
    JsonNode checkups =
        http.get(gateway("/v1/me/record"), tokens.person(one)).require("record").path("checkups");
    assertThat(checkups).hasSize(1);
    assertThat(checkups.get(0).path("observations")).hasSize(2);
  }
}
