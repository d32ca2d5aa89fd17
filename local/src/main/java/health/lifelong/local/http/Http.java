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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A client for the doors and the gateway of a local run. */
public final class Http implements AutoCloseable {
  /** Reads and writes JSON. */
  public static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<String> LATE = Set.of("DEADLINE_EXCEEDED", "DEPENDENCY_UNAVAILABLE");
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final Duration WARMING_UP = Duration.ofSeconds(60);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

  private final HttpClient client;

  private final LocalKeys keys;
  private final Map<String, Http> centres = new ConcurrentHashMap<>();

  /** A client that trusts the local certificate and nothing else. */
  public Http(LocalKeys keys) {
    this(keys, tls(keys, null));
  }

  private Http(LocalKeys keys, SSLContext tls) {
    this.keys = keys;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .sslContext(tls)
            .build();
  }

  /** The same with a centre's certificate; closed with this one. */
  public Http of(String centre) {
    return centres.computeIfAbsent(
        centre, name -> new Http(keys, tls(keys, keys.centres().keys(name))));
  }

  /** The socket of a centre at its MLLP door. */
  public SSLSocketFactory sockets(String centre) {
    return tls(keys, keys.centres().keys(centre)).getSocketFactory();
  }

  /** An answer with its body read as JSON where it is JSON. */
  public record Answer(int status, JsonNode body, HttpResponse<?> response) {
    public Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    /**
     * True where the answer, or a part of it, is missing because a service was not there in time.
     */
    boolean late() {
      for (JsonNode part : body.path("unavailable")) {
        if (LATE.contains(part.path("code").asText())) {
          return true;
        }
      }
      return status == 503 || status == 504;
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

  /** A call that may be made again without a second effect. */
  @FunctionalInterface
  public interface Repeatable {
    Answer call() throws IOException, InterruptedException;
  }

  public Answer get(String url, String token) throws IOException, InterruptedException {
    return patiently(() -> send(HttpRequest.newBuilder(URI.create(url)).GET(), token));
  }

  /**
   * Asks again while a service says that it is not available or too late: on a busy machine the
   * first answers of freshly started services can miss the gateway's deadlines.
   */
  public Answer patiently(Repeatable call) throws IOException, InterruptedException {
    long end = System.nanoTime() + WARMING_UP.toNanos();
    Answer answer = call.call();
    while (answer.late() && System.nanoTime() < end) {
      Thread.sleep(BETWEEN_TRIES);
      answer = call.call();
    }
    return answer;
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

  private static SSLContext tls(LocalKeys keys, KeyManager @Nullable [] own) {
    try (InputStream in = Files.newInputStream(keys.httpsKeyStore())) {
      KeyStore doors = KeyStore.getInstance("PKCS12");
      doors.load(in, keys.httpsPassword().toCharArray());
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("doors", doors.getCertificate("doors"));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new Failure("the local HTTPS certificate is not readable", e);
    }
  }

  @Override
  public void close() {
    centres.values().forEach(Http::close);
    client.close();
  }
}
