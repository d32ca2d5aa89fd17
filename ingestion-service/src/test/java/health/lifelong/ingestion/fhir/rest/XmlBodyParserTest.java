package health.lifelong.ingestion.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lifelong.ingestion.fhir.domain.FhirFormat;
import health.lifelong.ingestion.fhir.domain.FhirLimits;
import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.fhir.domain.ParsedBody;
import health.lifelong.ingestion.fhir.domain.Refusal;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class XmlBodyParserTest {
  private static final XmlBodyParser PARSER = new XmlBodyParser(FhirLimits.BODY);

  // The expectation says one second; the rest is room for a busy machine. Without the caps these
  // take minutes.
  private static final Duration IN_TIME = Duration.ofSeconds(5);

  /** Every case of the hostile set that is refused, with the code that its file states. */
  @TestFactory
  Stream<DynamicTest> hostileDocumentsAreRefusedAtOnce() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(SharedData.path("data/hostile/xml/expected.jsonl"))) {
      JsonNode test = mapper.readTree(line);
      JsonNode code = test.path("expect").path("code");
      Path file = SharedData.path("data/hostile/xml").resolve(test.path("file").asText());
      if (!code.isNull()) {
        tests.add(
            DynamicTest.dynamicTest(
                test.path("id").asText(), () -> refusedAtOnce(file, code.asText())));
      }
    }
    return tests.stream();
  }

  private static void refusedAtOnce(Path file, String code) throws IOException {
    byte[] body = Files.readAllBytes(file);
    FhirReading reading = assertTimeout(IN_TIME, () -> Reading.of(body, FhirFormat.XML));
    assertThat(Reading.rejected(reading).reason().code()).isEqualTo(code);
    assertThat(Reading.rejected(reading).path()).isNotEmpty();
  }

  @Test
  void textOnBothSidesOfACommentIsOneText() throws IOException {
    Path file = SharedData.path("data/hostile/xml/comment-split.xml");
    JsonObject text = tree(Files.readAllBytes(file)).object("text");
    assertThat(text).isNotNull();
    assertThat(text.textOrEmpty("div")).contains("1234");
  }

  @Test
  void nothingIsFetched() throws IOException {
    try (ServerSocket canary = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      canary.setSoTimeout(200);
      String url = "http://127.0.0.1:" + canary.getLocalPort() + "/x.dtd";
      String body =
          "<!DOCTYPE Patient SYSTEM \"%s\"><Patient xmlns=\"http://hl7.org/fhir\"/>".formatted(url);
      assertThat(refusal(bytes(body)).reason()).isEqualTo(Reason.DOCTYPE_REFUSED);
      assertThatThrownBy(canary::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void aDoctypeBehindCommentsIsFound() {
    String body =
        "<?xml version=\"1.0\"?>\n<!-- <Patient> --><?pi?><!DOCTYPE Patient><Patient xmlns=\"http://hl7.org/fhir\"/>";
    assertThat(refusal(bytes(body)).reason()).isEqualTo(Reason.DOCTYPE_REFUSED);
  }

  @Test
  void aDoctypeIsRefusedBeforeItIsRead() {
    assertThat(refusal(bytes("<!DOCTYPE Patient [ <!ENTITY not well formed")).reason())
        .isEqualTo(Reason.DOCTYPE_REFUSED);
  }

  @Test
  void aDeclaredKoreanCharacterSetIsRead() {
    String body =
        "<?xml version=\"1.0\" encoding=\"MS949\"?><Patient xmlns=\"http://hl7.org/fhir\"><name><text value=\"뷁\"/></name></Patient>";
    JsonObject name = tree(body.getBytes(Charset.forName("x-windows-949"))).object("name");
    assertThat(name).isNotNull();
    assertThat(name.text("text")).isEqualTo("뷁");
  }

  @Test
  void anUnknownCharacterSetIsRefused() {
    String body =
        "<?xml version=\"1.0\" encoding=\"x-nobody\"?><Patient xmlns=\"http://hl7.org/fhir\"/>";
    assertThat(refusal(bytes(body)).reason()).isEqualTo(Reason.XML_SYNTAX);
  }

  @Test
  void elementsBecomeTheTreeOfFhirJson() {
    JsonObject patient =
        tree(
            bytes(
                """
                <Patient xmlns="http://hl7.org/fhir">
                  <extension url="http://example.org/e"><valueCode value="F"/></extension>
                  <name><given value="A"/><given><extension url="u"><valueBoolean value="true"/></extension></given><given value="B"/></name>
                  <birthDate id="b1" value="1980-01-02"/>
                  <contained><Organization><id value="o"/></Organization></contained>
                </Patient>
                """));
    JsonObject name = patient.object("name");
    assertThat(name).isNotNull();
    assertThat(name.all("given").stream().map(JsonObject::scalar)).containsExactly("A", "B");
    assertThat(patient.text("birthDate")).isEqualTo("1980-01-02");
    JsonObject beside = patient.object("_birthDate");
    assertThat(beside).isNotNull();
    assertThat(beside.text("id")).isEqualTo("b1");
    JsonObject extension = patient.object("extension");
    assertThat(extension).isNotNull();
    assertThat(extension.text("url")).isEqualTo("http://example.org/e");
    JsonObject contained = patient.object("contained");
    assertThat(contained).isNotNull();
    assertThat(contained.text("resourceType")).isEqualTo("Organization");
  }

  @Test
  void depthAttributesAndRepetitionsHaveTheirLimits() {
    assertThat(PARSER.parse(bytes(nested(63)))).isInstanceOf(ParsedBody.Tree.class);
    assertThat(refusal(bytes(nested(64))).reason()).isEqualTo(Reason.XML_TOO_DEEP);
    StringBuilder attributes = new StringBuilder("<Patient xmlns=\"http://hl7.org/fhir\"><id");
    for (int i = 0; i < 101; i++) {
      attributes.append(" a").append(i).append("=\"\"");
    }
    assertThat(refusal(bytes(attributes + "/></Patient>")).reason())
        .isEqualTo(Reason.XML_TOO_MANY_ATTRIBUTES);
    String many = "<name><text value=\"x\"/></name>".repeat(10_001);
    assertThat(
            refusal(bytes("<Patient xmlns=\"http://hl7.org/fhir\">" + many + "</Patient>"))
                .reason())
        .isEqualTo(Reason.TOO_LARGE);
    String divs = "<b>".repeat(70) + "</b>".repeat(70);
    String narrative =
        "<Patient xmlns=\"http://hl7.org/fhir\"><text><div xmlns=\"http://www.w3.org/1999/xhtml\">%s</div></text></Patient>";
    assertThat(refusal(bytes(narrative.formatted(divs))).reason()).isEqualTo(Reason.XML_TOO_DEEP);
    assertThat(refusal(bytes(narrative.formatted("&nbsp;"))).reason()).isEqualTo(Reason.XML_SYNTAX);
  }

  private static String nested(int depth) {
    return "<Patient xmlns=\"http://hl7.org/fhir\">"
        + "<a>".repeat(depth)
        + "</a>".repeat(depth)
        + "</Patient>";
  }

  @Test
  void aFaultIsToldWithItsPlaceAndWithoutWhatWasSent() {
    Refusal refusal =
        refusal(
            bytes(
                "<Patient xmlns=\"http://hl7.org/fhir\">\n<name><family value=\"Hong\"/></Patient>"));
    assertThat(refusal.path()).startsWith("line 2, column ");
    assertThat(refusal.path() + refusal.detail()).doesNotContain("Hong");
  }

  private static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject tree(byte[] body) {
    return (JsonObject) ((ParsedBody.Tree) PARSER.parse(body)).root();
  }

  private static Refusal refusal(byte[] body) {
    return ((ParsedBody.Refused) PARSER.parse(body)).refusal();
  }
}
