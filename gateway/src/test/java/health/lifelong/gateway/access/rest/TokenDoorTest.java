package health.lifelong.gateway.access.rest;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.gateway.kit.TestRevocations;
import health.lifelong.platform.token.Revocation;
import health.lifelong.testing.TokenCases;
import health.lifelong.testing.TokenCases.Case;
import health.lifelong.testing.TokenCases.Sent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The cases of claim_cases.jsonl over HTTP, byte by byte, at a running gateway. No service runs
 * behind it: a token that is taken ends as 200 with the parts that are away named, or as 503.
 */
@QuarkusTest
@QuarkusTestResource(value = RealmKeys.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TokenDoorTest {
  private static final String REPORT = "/v1/me/report";

  /** Somebody else's record: a token that is taken learns 404 at once, one that is not 401. */
  private static final String FOREIGN = "/v1/persons/0c000000-0000-4000-8000-000000000001/record";

  @TestHTTPResource("/")
  URI gateway;

  @Inject TestRevocations revocations;

  /** An answer, as far as it matters here. */
  private record Answer(int status, String challenge, String body) {
    static Answer read(String text) {
      int end = text.indexOf("\r\n\r\n");
      String challenge =
          text.lines()
              .filter(
                  line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("www-authenticate:"))
              .findFirst()
              .orElse("");
      return new Answer(
          Integer.parseInt(text.split(" ", 3)[1]), challenge, end < 0 ? "" : text.substring(end));
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCaseIsAnsweredAsItsFileSays() {
    return TokenCases.all().stream()
        .map(one -> DynamicTest.dynamicTest(one.id(), () -> judge(one)));
  }

  private void judge(Case one) throws IOException {
    String path = one.resource().equals("genetic") ? "/v1/me/genomes" : REPORT;
    Answer answer = send(path, TokenCases.sent(one));
    if (one.raw().startsWith("append:\\n")) {
      // The line break ends the header before we see it: the token that arrives is the good one.
      assertThat(answer.status()).isIn(200, 400, 401);
      return;
    }
    assertThat(answer.status()).as(answer.toString()).isEqualTo(one.http());
    switch (one.error()) {
      case "invalid_token" -> {
        assertThat(answer.body()).containsAnyOf("TOKEN_REJECTED", "TOKEN_MISSING");
        assertThat(answer.challenge()).contains("Bearer");
      }
      case "insufficient_scope" -> assertThat(answer.challenge()).contains(one.error());
      case "insufficient_user_authentication" ->
          assertThat(answer.challenge()).contains(one.error(), "acr_values=\"2\"", "max_age=900");
      case "not_found" -> assertThat(answer.body()).contains("NOT_FOUND");
      default -> assertThat(one.error()).isEmpty();
    }
  }

  @Test
  void twoHeadersAndTooLargeAHeaderHaveAnswersOfTheirOwn() throws IOException {
    String good = "Bearer " + TokenCases.good("realm");
    assertThat(send(REPORT, new Sent(List.of(good, good), "")).status()).isEqualTo(400);
    String large = good.replaceFirst("\\.[^.]+\\.", "." + "A".repeat(8_200) + ".");
    Answer answer = send(REPORT, new Sent(List.of(large), ""));
    assertThat(answer.status()).isEqualTo(431);
    assertThat(answer.body()).contains("HEADER_TOO_LARGE");
  }

  @Test
  void aRevocationHoldsWithinFiveSeconds() throws Exception {
    String person = UUID.randomUUID().toString();
    String jti = UUID.randomUUID().toString();
    Sent one = bearer(TokenCases.good("realm", Map.of("sub", person, "jti", jti)));
    Sent other = bearer(TokenCases.good("realm", Map.of("sub", person)));
    assertThat(send(REPORT, one).status()).isEqualTo(200);
    revocations.add(new Revocation(Revocation.Kind.TOKEN, jti, Instant.now()));
    assertThat(secondsUntilRefused(one)).isLessThanOrEqualTo(5);
    assertThat(send(REPORT, other).status()).isEqualTo(200);
    revocations.add(new Revocation(Revocation.Kind.PERSON, person, Instant.now()));
    assertThat(secondsUntilRefused(other)).isLessThanOrEqualTo(5);
    assertThat(send(REPORT, bearer(TokenCases.good("realm"))).status()).isEqualTo(200);
  }

  private double secondsUntilRefused(Sent sent) throws Exception {
    Instant from = Instant.now();
    while (send(REPORT, sent).status() == 200) {
      if (Duration.between(from, Instant.now()).toSeconds() > 10) {
        return 10;
      }
      Thread.sleep(50);
    }
    return Duration.between(from, Instant.now()).toMillis() / 1000.0;
  }

  // First, for the cases with made-up key ids use up the minute's look at the issuer.
  @Test
  @Order(1)
  void aChangeOfKeysUnderLoadFailsNoRequest() throws Exception {
    AtomicBoolean changed = new AtomicBoolean();
    AtomicBoolean stop = new AtomicBoolean();
    List<Future<int[]>> counts = new ArrayList<>();
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        counts.add(senders.submit(() -> senders(changed, stop)));
      }
      Thread.sleep(1_000);
      RealmKeys.publish("realm", "realm-next", "fresh");
      changed.set(true);
      Thread.sleep(1_500);
      stop.set(true);
      int sent = 0;
      int failed = 0;
      for (Future<int[]> count : counts) {
        sent += count.get()[0];
        failed += count.get()[1];
      }
      System.out.printf("key change under load: %d requests, %d failed%n", sent, failed);
      assertThat(sent).isGreaterThan(16);
      assertThat(failed).isZero();
    }
  }

  private int[] senders(AtomicBoolean changed, AtomicBoolean stop) throws IOException {
    int[] count = new int[2];
    while (!stop.get()) {
      String key = changed.get() ? "fresh" : "realm";
      count[0]++;
      Answer answer = send(FOREIGN, bearer(TokenCases.good(key)));
      if (answer.status() != 404) {
        count[1]++;
      }
    }
    return count;
  }

  private static Sent bearer(String token) {
    return new Sent(List.of("Bearer " + token), "");
  }

  /** Writes a request as it is, for no client would send some of these. */
  private Answer send(String path, Sent sent) throws IOException {
    StringBuilder request = new StringBuilder("GET " + path);
    if (!sent.query().isEmpty()) {
      request.append('?').append(sent.query());
    }
    request.append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
    sent.authorization()
        .forEach(value -> request.append("Authorization: ").append(value).append("\r\n"));
    request.append("\r\n");
    try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return Answer.read(
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
