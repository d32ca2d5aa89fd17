package health.lifelong.profile;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.kit.ServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@QuarkusTest
@NullUnmarked
class HealthTest extends ServiceTest {
  @TestHTTPResource(value = "/health", management = true)
  URI health;

  @Test
  void readinessAsksTheDatabaseAndLivenessDoesNot() throws IOException, InterruptedException {
    assertThat(get("/ready")).contains("\"status\": \"UP\"").containsIgnoringCase("PostgreSQL");
    assertThat(get("/live"))
        .contains("\"status\": \"UP\"")
        .doesNotContainIgnoringCase("PostgreSQL");
  }

  @Test
  void theDatabaseEndsWhatTakesTooLong() {
    String longest =
        pool.query("SHOW statement_timeout")
            .execute()
            .await()
            .indefinitely()
            .iterator()
            .next()
            .getString(0);
    assertThat(longest).isEqualTo("20s");
  }

  private String get(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(health + path)).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    }
  }
}
