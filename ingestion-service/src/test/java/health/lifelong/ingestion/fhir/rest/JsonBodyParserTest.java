package health.lifelong.ingestion.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.fhir.domain.FhirLimits;
import health.lifelong.ingestion.fhir.domain.JsonNode;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonArray;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonNumber;
import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.fhir.domain.ParsedBody;
import health.lifelong.ingestion.fhir.domain.Refusal;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyParserTest {
  private static final JsonBodyParser PARSER = new JsonBodyParser(FhirLimits.BODY);

  @TestFactory
  Stream<DynamicTest> theParsingSuiteIsTakenOrRefusedAsItsNamesSay() throws IOException {
    try (Stream<Path> files = Files.list(SharedData.path("data/hostile/json/parsing"))) {
      return files.sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> suite(file)));
    }
  }

  private static void suite(Path file) throws IOException {
    String name = file.getFileName().toString();
    ParsedBody parsed = PARSER.parse(Files.readAllBytes(file));
    if (name.startsWith("n_") || name.startsWith("y_object_duplicated_key")) {
      assertThat(parsed).isInstanceOf(ParsedBody.Refused.class);
    } else if (name.startsWith("y_")) {
      assertThat(parsed).isInstanceOf(ParsedBody.Tree.class);
    } else {
      assertThat(parsed).isNotNull();
    }
  }

  @Test
  void whatIsTakenComesBackWithTheSameMeaning() throws IOException {
    Path folder = SharedData.path("data/hostile/json/transform");
    for (String number : new String[] {"1.0", "-9223372036854775809", "10000000000000000999"}) {
      byte[] body = Files.readAllBytes(folder.resolve("number_" + number + ".json"));
      JsonArray array = (JsonArray) ((ParsedBody.Tree) PARSER.parse(body)).root();
      assertThat(array.items()).containsExactly(new JsonNumber(number));
    }
    byte[] nfdAndNfc = Files.readAllBytes(folder.resolve("object_key_nfd_nfc.json"));
    JsonObject object = (JsonObject) ((ParsedBody.Tree) PARSER.parse(nfdAndNfc)).root();
    assertThat(object.size()).isEqualTo(2);
    byte[] sameKey = Files.readAllBytes(folder.resolve("object_same_key_unclear_values.json"));
    assertThat(PARSER.parse(sameKey)).isInstanceOf(ParsedBody.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{\"a\":1,}",
        "{'a':1}",
        "{\"a\":1 /* c */}",
        "{\"a\":Infinity}",
        "{\"a\":NaN}",
        "{\"a\":010}",
        "{\"a\":.5}",
        "{\"a\":1.}",
        "{\"a\":+1}",
        "\u0000",
        "{\"a\":\"\u0001\"}"
      })
  void textThatIsNoStrictJsonIsMalformed(String body) {
    assertThat(refusal(body).reason()).isEqualTo(Reason.JSON_SYNTAX);
  }

  @Test
  void whatFollowsTheValueAndWhatStandsTwiceHaveCodesOfTheirOwn() {
    for (String body : new String[] {"{\"a\":1} x", "{\"a\":1}{}", "{\"a\":1}//c"}) {
      assertThat(refusal(body).reason()).isEqualTo(Reason.JSON_TRAILING_CONTENT);
    }
    for (String body : new String[] {"{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}"}) {
      assertThat(refusal(body).reason()).isEqualTo(Reason.JSON_DUPLICATE_KEY);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"__proto__", "@class", "", "ｐersonId", "하", "1a", "_", "a-b", "a.b"})
  void aNameThatNoElementOfFhirHasIsAFault(String name) {
    ParsedBody.Tree tree = (ParsedBody.Tree) PARSER.parse(bytes("{\"" + name + "\":1}"));
    assertThat(tree.faults())
        .extracting(Refusal::reason)
        .containsExactly(Reason.JSON_UNKNOWN_FIELD);
  }

  @Test
  void namesOfFhirAreNoFaults() {
    assertThat(((ParsedBody.Tree) PARSER.parse(bytes("{\"_value\":1,\"a1\":2}"))).faults())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AAAAewAAACIAAABhAAAAIgAAADoAAAAxAAAAfQ==, JSON_SYNTAX",
    "eyJhIjoi7aCAIn0=, JSON_SYNTAX",
    "eyJhIjoi/yJ9, JSON_SYNTAX",
    "eyJhIjoiwIAifQ==, JSON_SYNTAX",
    "//57AH0A, JSON_SYNTAX",
    "ewB9AA==, JSON_SYNTAX",
  })
  void onlyUtf8IsRead(String base64, Reason reason) {
    ParsedBody parsed = PARSER.parse(Base64.getDecoder().decode(base64));
    assertThat(((ParsedBody.Refused) parsed).refusal().reason()).isEqualTo(reason);
  }

  @Test
  void aByteOrderMarkIsTolerated() {
    assertThat(PARSER.parse("\uFEFF{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ParsedBody.Tree.class);
  }

  @Test
  void decimalsKeepTheDigitsTheyWereSentWith() {
    JsonObject object = tree("{\"a\":7.40,\"b\":-0,\"c\":1E+2,\"d\":9007199254740993}");
    assertThat(object.text("a")).isEqualTo("7.40");
    assertThat(object.text("b")).isEqualTo("-0");
    assertThat(object.text("c")).isEqualTo("1E+2");
    assertThat(object.text("d")).isEqualTo("9007199254740993");
  }

  @Test
  void sixtyFourLevelsAreTakenAndOneMoreIsNot() {
    assertThat(PARSER.parse(nested(64))).isInstanceOf(ParsedBody.Tree.class);
    assertThat(refusal(new String(nested(65), StandardCharsets.UTF_8)).reason())
        .isEqualTo(Reason.JSON_TOO_DEEP);
    assertThat(refusal("[".repeat(100_000)).reason()).isEqualTo(Reason.JSON_TOO_DEEP);
  }

  @Test
  void whatIsTooLargeIsRefusedWithItsOwnReason() {
    StringBuilder keys = new StringBuilder("{");
    for (int i = 0; i <= 10_000; i++) {
      keys.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":1");
    }
    assertThat(refusal(keys.append('}').toString()).reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(refusal("[0" + ",0".repeat(1_000_000) + "]").reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(refusal("{\"a\":\"" + "x".repeat(11 << 20) + "\"}").reason())
        .isEqualTo(Reason.TOO_LARGE);
    assertThat(refusal("{\"" + "x".repeat(1_025) + "\":1}").reason()).isEqualTo(Reason.TOO_LARGE);
    for (int digits : new int[] {1_001, 100_000}) {
      assertThat(refusal("{\"a\":" + "1".repeat(digits) + "}").reason())
          .isEqualTo(Reason.VALUE_OUT_OF_RANGE);
    }
    assertThat(PARSER.parse(("{\"a\":" + "1".repeat(1_000) + "}").getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ParsedBody.Tree.class);
  }

  @Test
  void aTextThatNoFieldMayHoldIsAFaultAtItsPlace() {
    ParsedBody.Tree tree =
        (ParsedBody.Tree)
            PARSER.parse(
                bytes(
                    "{\"entry\":[{\"a\":\"x\\u0000\"},{\"b\":\"\\udc00x\"},{\"c\":\"\\r\\n\\t\"}]}"));
    assertThat(tree.faults()).extracting(Refusal::path).containsExactly("/entry/0/a", "/entry/1/b");
    assertThat(tree.faults())
        .extracting(Refusal::reason)
        .containsExactly(Reason.TEXT_CONTROL_CHARACTER, Reason.TEXT_INVALID_UNICODE);
  }

  @Test
  void aBodyFullOfSuchTextsIsRefused() {
    String body = "[" + "\"\\u0000\",".repeat(101) + "1]";
    assertThat(refusal(body).reason()).isEqualTo(Reason.TEXT_CONTROL_CHARACTER);
  }

  @Test
  void aRefusalNeverRepeatsWhatWasSent() {
    Set<String> bodies =
        Set.of(
            "{\"name\": Hong Gildong}",
            "{\"Hong Gildong\":1,\"Hong Gildong\":2}",
            "{\"Hong Gildong\":[[1,]]}",
            "Hong Gildong");
    for (String body : bodies) {
      Refusal refusal = refusal(body);
      assertThat(refusal.path() + refusal.detail()).doesNotContain("Hong").isNotBlank();
    }
  }

  @Test
  void aSyntaxErrorIsToldWithItsLineAndColumn() {
    assertThat(refusal("{\n  \"a\": 1,\n  \"b\" 2\n}").path()).matches("line 3, column \\d+");
  }

  private static byte[] nested(int depth) {
    return bytes("[".repeat(depth) + "]".repeat(depth));
  }

  private static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject tree(String body) {
    JsonNode root = ((ParsedBody.Tree) PARSER.parse(bytes(body))).root();
    return (JsonObject) root;
  }

  private static Refusal refusal(String body) {
    return ((ParsedBody.Refused) PARSER.parse(bytes(body))).refusal();
  }
}
