package health.lifelong.platform.gate;

import health.lifelong.platform.token.KeyRing;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A JWKS at the one address that is configured: a mounted file or the provider's URL. No redirect
 * is followed, and what is too large to be a JWKS is none.
 */
final class PublishedKeys implements KeyRing.Source {
  private static final int LARGEST = 256 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final URI location;
  private final HttpClient http;

  PublishedKeys(String location) {
    this.location = URI.create(location);
    this.http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
  }

  @Override
  public String read() throws IOException {
    if ("file".equals(location.getScheme())) {
      return Files.readString(Path.of(location));
    }
    HttpRequest request = HttpRequest.newBuilder(location).timeout(PATIENCE).build();
    try {
      HttpResponse<InputStream> answer =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (answer.statusCode() != 200 || bytes.length > LARGEST) {
          throw new IOException("the issuer answered " + answer.statusCode());
        }
        return new String(bytes, StandardCharsets.UTF_8);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
