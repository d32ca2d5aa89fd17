package health.lifelong.ingestion.submission.mllp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.lifelong.ingestion.kit.CentreToken;
import health.lifelong.ingestion.kit.IngestionResource;
import health.lifelong.ingestion.submission.mllp.MutualTlsTest.Doors;
import health.lifelong.testing.CertificateAuthority;
import health.lifelong.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/**
 * A centre is its certificate: at its own MLLP port and, with its own token, at the HTTPS doors.
 */
@QuarkusTest
@TestProfile(Doors.class)
@NullUnmarked
class MutualTlsTest {
  private static final String SEOUL = "seoul.centres.test";
  private static final String BUSAN = "busan.centres.test";
  private static final String NOBODY = "nobody.centres.test";
  private static final String PORT = "lifelong.test.tls-port-";

  @TestHTTPResource URI plain;

  /** As an installation sets the doors, with certificates made for this run. */
  public static final class Doors implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(PostgresResource.class),
          new TestResourceEntry(IngestionResource.class),
          new TestResourceEntry(Certificates.class));
    }
  }

  /** The authority and what it signed; the test finds them by these settings. */
  public static final class Certificates implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
      try {
        CertificateAuthority trusted = new CertificateAuthority();
        CertificateAuthority foreign = new CertificateAuthority();
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.http.tls-configuration-name", "centres");
        settings.put("quarkus.http.test-ssl-port", Integer.toString(free()));
        store(settings, "key-store", trusted.certificate("localhost"));
        store(settings, "trust-store", trusted.trust());
        settings.put("lifelong.centres.certificate-required", "true");
        settings.put("lifelong.centres.names.seoul", SEOUL);
        settings.put("lifelong.centres.names.busan", BUSAN);
        for (String centre : List.of("seoul", "busan")) {
          int port = free();
          settings.put("lifelong.mllp.listeners." + centre, "127.0.0.1:" + port);
          settings.put(PORT + centre, Integer.toString(port));
        }
        settings.put("test.trust", trusted.trust().toString());
        settings.put("test.seoul", trusted.certificate(SEOUL).toString());
        settings.put("test.busan", trusted.certificate(BUSAN).toString());
        settings.put("test.nobody", trusted.certificate(NOBODY).toString());
        settings.put("test.expired", trusted.expired(SEOUL).toString());
        settings.put("test.foreign", foreign.certificate(SEOUL).toString());
        return settings;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void store(Map<String, String> settings, String kind, Path file) {
      settings.put("quarkus.tls.centres." + kind + ".p12.path", file.toString());
      settings.put("quarkus.tls.centres." + kind + ".p12.password", CertificateAuthority.PASSWORD);
    }

    private static int free() throws IOException {
      try (ServerSocket socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      }
    }

    @Override
    public void stop() {}
  }

  @Test
  void theOwnCertificateOpensTheOwnPort() throws Exception {
    assertThat(acknowledgement("seoul", client("seoul"))).contains("MSA|AA|TLS-1");
  }

  @Test
  void noOtherCertificateOpensIt() throws Exception {
    for (String other : List.of("busan", "nobody", "expired", "foreign")) {
      SSLContext client = client(other);
      assertThat(catchThrowable(() -> acknowledgement("seoul", client)))
          .as(other)
          .isInstanceOf(IOException.class);
    }
    SSLContext without = client("");
    assertThat(catchThrowable(() -> acknowledgement("seoul", without)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void wordsInPlainAreNotAnswered() throws IOException {
    try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port("seoul"))) {
      plain.setSoTimeout(15_000);
      plain.getOutputStream().write(message());
      plain.getOutputStream().flush();
      String said = new String(plain.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(said).doesNotContain("MSA");
    }
  }

  @Test
  void theHttpsDoorTakesATokenOnlyFromItsOwnCentre() throws Exception {
    assertThat(status("seoul", CentreToken.of("seoul"))).isEqualTo(404);
    assertThat(status("busan", CentreToken.of("seoul"))).isEqualTo(401);
    assertThat(status("seoul", CentreToken.of("busan"))).isEqualTo(401);
    assertThat(status("nobody", CentreToken.of("seoul"))).isEqualTo(401);
    assertThat(status("", CentreToken.of("seoul"))).isEqualTo(401);
    for (String untrusted : List.of("expired", "foreign")) {
      assertThat(catchThrowable(() -> status(untrusted, CentreToken.of("seoul"))))
          .as(untrusted)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aTokenInPlainHttpIsRefusedToo() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(status(client, plain.toString(), CentreToken.of("seoul"))).isEqualTo(401);
    }
  }

  // A receipt that does not exist: 404 says that the door was passed.
  private static int status(String certificate, String token) throws Exception {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", Integer.class);
    try (HttpClient client = HttpClient.newBuilder().sslContext(client(certificate)).build()) {
      return status(client, "https://localhost:" + port, token);
    }
  }

  private static int status(HttpClient client, String base, String token) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(base).resolve("/v1/receipts/1"))
                .header("Authorization", "Bearer " + token)
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static SSLContext client(String certificate) throws Exception {
    return CertificateAuthority.client(
        Path.of(setting("test.trust")),
        certificate.isEmpty() ? List.of() : List.of(Path.of(setting("test." + certificate))));
  }

  private static String acknowledgement(String centre, SSLContext client) throws IOException {
    try (SSLSocket socket =
        (SSLSocket)
            client
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), port(centre))) {
      socket.setSoTimeout(15_000);
      socket.startHandshake();
      socket.getOutputStream().write(message());
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      StringBuilder answer = new StringBuilder();
      for (int b = in.read(); b != 0x1C; b = in.read()) {
        if (b < 0) {
          throw new IOException("closed without an answer");
        }
        answer.append((char) b);
      }
      return answer.toString();
    }
  }

  private static byte[] message() {
    String text =
        "\u000bMSH|^~\\&|LIS|SEOUL|LL|LL|20260101090000||ORU^R01|TLS-1|P|2.5\r"
            + "PID|1||P-1^^^SEOUL^PI\rOBR|1|||CHK\r"
            + "OBX|1|NM|2345-7^Glucose^LN||95|mg/dL|||||F|||20260101080000\r\u001c\r";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int port(String centre) {
    return Integer.parseInt(setting(PORT + centre));
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }
}
