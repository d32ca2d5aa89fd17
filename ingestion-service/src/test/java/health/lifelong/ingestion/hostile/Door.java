package health.lifelong.ingestion.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.kit.CentreToken;
import health.lifelong.testing.RawHttp;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The HTTP doors of ingestion as a centre's program reaches them, byte by byte. */
final class Door {
  private static final String GOOD =
      "{\"resourceType\":\"Observation\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/g\"},"
          + "\"code\":{\"text\":\"x\"},\"valueString\":\"%s\"}";

  private Door() {}

  static RawHttp.Answer post(String path, String mediaType, byte[] body) throws IOException {
    return send(
        "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(path, CentreToken.of("seoul"), mediaType, body.length),
        body);
  }

  static RawHttp.Answer send(String head, byte[] body) throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(body);
    return RawHttp.send(RestAssured.port, request.toByteArray());
  }

  static RawHttp.Answer fhirJson(byte[] body) throws IOException {
    return post("/fhir", "application/fhir+json", body);
  }

  /** After whatever came: ten good requests in a row. */
  static void tenGoodRequestsPass() throws IOException {
    for (int i = 0; i < 10; i++) {
      byte[] body = GOOD.formatted(UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
      assertThat(fhirJson(body).status()).isEqualTo(201);
    }
  }
}
