package health.lifelong.ingestion.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lifelong.ingestion.kit.IngestionResource;
import health.lifelong.testing.PostgresResource;
import health.lifelong.testing.RawHttp;
import health.lifelong.testing.SharedData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** data/hostile/xml at the FHIR door, with a listener on every port that a case names. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(IngestionResource.class)
class HostileXmlTest {
  private static final long IN_TIME_MILLIS = 5_000;

  @TestFactory
  Stream<DynamicTest> everyDocumentIsAnsweredAsItsCaseSays() throws IOException {
    Path folder = SharedData.path("data/hostile/xml");
    ObjectMapper mapper = new ObjectMapper();
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("expected.jsonl"))) {
      JsonNode test = mapper.readTree(line);
      Path file = folder.resolve(test.get("file").asText());
      tests.add(
          DynamicTest.dynamicTest(
              test.get("id").asText(), () -> document(file, test.get("expect"))));
    }
    return tests.stream();
  }

  /** The port that a case names is a closed one; a canary listens in its stead. */
  private static void document(Path file, JsonNode expect) throws IOException {
    try (ServerSocket canary = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      String sent =
          Files.readString(file, StandardCharsets.ISO_8859_1)
              .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:" + canary.getLocalPort());
      RawHttp.Answer answer =
          Door.post("/fhir", "application/fhir+xml", sent.getBytes(StandardCharsets.ISO_8859_1));
      if (expect.get("code").isNull()) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
      } else {
        assertThat(answer.status()).as(answer.body()).isEqualTo(expect.get("http").asInt());
        assertThat(answer.code()).isEqualTo(expect.get("code").asText());
      }
      assertThat(answer.millis()).isLessThan(IN_TIME_MILLIS);
      canary.setSoTimeout(50);
      assertThatThrownBy(canary::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @AfterEach
  void thenTenGoodRequestsPass() throws IOException {
    Door.tenGoodRequestsPass();
  }
}
