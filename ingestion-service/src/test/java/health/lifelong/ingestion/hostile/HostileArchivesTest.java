package health.lifelong.ingestion.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lifelong.ingestion.kit.IngestionResource;
import health.lifelong.testing.PostgresResource;
import health.lifelong.testing.RawHttp;
import health.lifelong.testing.SharedData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** data/hostile/archives at the door for genotype files. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(IngestionResource.class)
class HostileArchivesTest {
  private static final long IN_TIME_MILLIS = 5_000;

  @TestFactory
  Stream<DynamicTest> everyArchiveIsRefusedAsItsCaseSays() throws IOException {
    Path folder = SharedData.path("data/hostile/archives");
    ObjectMapper mapper = new ObjectMapper();
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("expected.jsonl"))) {
      JsonNode test = mapper.readTree(line);
      String id = test.get("id").asText();
      byte[] body =
          test.hasNonNull("file")
              ? Files.readAllBytes(folder.resolve(test.get("file").asText()))
              : built(test.get("expect").get("code").asText());
      tests.add(DynamicTest.dynamicTest(id, () -> refused(id, body, test.get("expect"))));
    }
    return tests.stream();
  }

  private static void refused(String name, byte[] body, JsonNode expect) throws IOException {
    RawHttp.Answer answer =
        Door.post("/v1/files/genotypes?name=" + name, "application/octet-stream", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(expect.get("http").asInt());
    assertThat(answer.code()).isEqualTo(expect.get("code").asText());
    assertThat(answer.millis()).isLessThan(IN_TIME_MILLIS);
    try (Stream<Path> staged = Files.list(IngestionResource.spool())) {
      assertThat(staged).isEmpty();
    }
  }

  /** What the cases only describe: two entries of one name, which no zip library writes. */
  private static byte[] built(String code) {
    assertThat(code).isEqualTo("archive.duplicate_name");
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (String content : new String[] {"one", "two"}) {
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      int at = zip.size();
      zip.writeBytes(header(0x04034b50, bytes, at));
      zip.writeBytes(bytes);
      directory.writeBytes(header(0x02014b50, bytes, at));
    }
    int start = zip.size();
    zip.writeBytes(directory.toByteArray());
    zip.writeBytes(
        ByteBuffer.allocate(22)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(0x06054b50)
            .putInt(0)
            .putShort((short) 2)
            .putShort((short) 2)
            .putInt(directory.size())
            .putInt(start)
            .putShort((short) 0)
            .array());
    return zip.toByteArray();
  }

  private static byte[] header(int signature, byte[] content, int at) {
    boolean central = signature == 0x02014b50;
    byte[] name = "a.vcf".getBytes(StandardCharsets.UTF_8);
    CRC32 crc = new CRC32();
    crc.update(content);
    ByteBuffer header =
        ByteBuffer.allocate((central ? 46 : 30) + name.length).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(signature);
    if (central) {
      header.putShort((short) 20);
    }
    header.putShort((short) 20).putShort((short) 0).putShort((short) 0).putInt(0);
    header.putInt((int) crc.getValue()).putInt(content.length).putInt(content.length);
    header.putShort((short) name.length).putShort((short) 0);
    if (central) {
      header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt(at);
    }
    return header.put(name).array();
  }

  @AfterEach
  void thenTenGoodRequestsPass() throws IOException {
    Door.tenGoodRequestsPass();
  }
}
