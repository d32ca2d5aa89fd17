package health.lifelong.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lifelong.local.suite.Failure;
import health.lifelong.local.suite.LocalKeys;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A client for the doors and the gateway of a local run. */
public final class Http implements AutoCloseable {
  /** Reads and writes JSON. */
  public static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final HttpClient client;

  /** A client that trusts the local certificate and nothing else. */
  public Http(LocalKeys keys) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .sslContext(trusting(keys))
            .build();
  }

  /** An answer with its body read as JSON where it is JSON. */
  public record Answer(int status, JsonNode body, HttpResponse<?> response) {
    public Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    /** The body of a good answer; anything else is told in the server's own words. */
    public JsonNode require(String what) {
      if (status / 100 == 2) {
        return body;
      }
      String code = body.path("code").asText("");
      throw new Failure(
          what
              + ": "
              + status
              + (code.isEmpty() ? "" : " " + code)
              + " "
              + body.path("title").asText(""));
    }
  }

  public Answer get(String url, String token) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url)).GET(), token);
  }

  public Answer post(String url, String token, String mediaType, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url)).header("Content-Type", mediaType).POST(body),
        token);
  }

  private Answer send(HttpRequest.Builder request, String token)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(
            request.header("Authorization", "Bearer " + token).timeout(PATIENCE).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), json(response.body()), response);
  }

  private static JsonNode json(byte[] body) {
    try {
      return body.length == 0 ? JSON.nullNode() : JSON.readTree(body);
    } catch (IOException e) {
      return JSON.nullNode();
    }
  }

  private static SSLContext trusting(LocalKeys keys) {
    try (InputStream in = Files.newInputStream(keys.httpsKeyStore())) {
      KeyStore own = KeyStore.getInstance("PKCS12");
      own.load(in, keys.httpsPassword().toCharArray());
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("doors", own.getCertificate("doors"));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new Failure("the local HTTPS certificate is not readable", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
