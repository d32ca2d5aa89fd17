package health.lifelong.platform.token;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.testing.TokenCases;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Keys change; the issuer is asked seldom; a bad set changes nothing. */
class KeyRingTest {
  private final HandClock clock = new HandClock();
  private final AtomicInteger looks = new AtomicInteger();
  private final List<String> alarms = new ArrayList<>();
  private volatile String published = TokenCases.jwks("realm");
  private final KeyRing ring =
      new KeyRing(
          "RS256",
          () -> {
            looks.incrementAndGet();
            if (published.isEmpty()) {
              throw new IOException("away");
            }
            return published;
          },
          alarms::add,
          clock);

  @Test
  void anUnknownKeyIsLookedForOnceAMinuteAtMost() {
    ring.reload();
    for (int i = 0; i < 1_000; i++) {
      ring.look("made-up-" + i);
    }
    assertThat(looks).hasValue(2);
    assertThat(ring.isWorthALook("made-up")).isFalse();
    clock.pass(Duration.ofSeconds(59));
    ring.look("made-up");
    assertThat(looks).hasValue(2);
    clock.pass(Duration.ofSeconds(1));
    ring.look("made-up");
    assertThat(looks).hasValue(3);
  }

  @Test
  void aNewKeyIsTakenWithTheFirstTokenAndAWithdrawnOneIsForgotten() {
    ring.reload();
    published = TokenCases.jwks("realm-next");
    assertThat(ring.key("realm-next")).isEmpty();
    ring.look("realm-next");
    assertThat(ring.key("realm-next")).isPresent();
    assertThat(ring.key("realm")).isEmpty();
  }

  @Test
  void aBadSetKeepsTheOldOneAndAlarms() {
    ring.reload();
    String doubled = "{\"keys\":[%s,%s]}".formatted(member("realm"), member("realm"));
    String secret =
        "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"s\",\"use\":\"sig\",\"alg\":\"HS256\",\"k\":\"%s\"}]}"
            .formatted("A".repeat(43));
    for (String bad :
        List.of(
            "",
            "no json",
            "{}",
            "{\"keys\":[]}",
            secret,
            doubled,
            "{\"keys\":[%s]}"
                .formatted(member("realm").replace("\"use\":\"sig\"", "\"use\":\"enc\"")),
            "{\"keys\":[%s]}".formatted(member("realm").replace("\"use\":\"sig\",", "")),
            "{\"keys\":[%s]}".formatted(member("realm").replace("AQAB", "Aw")),
            "{\"keys\":[%s]}".formatted(member("realm").replace("RS256", "ES256")))) {
      int before = alarms.size();
      published = bad;
      ring.reload();
      assertThat(ring.key("realm")).as(bad).isPresent();
      assertThat(alarms).as(bad).hasSize(before + 1);
    }
  }

  @Test
  void whoComesDuringALookWaitsForIt() throws Exception {
    ring.reload();
    published = TokenCases.jwks("realm", "realm-next");
    CountDownLatch together = new CountDownLatch(1);
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> found = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        found.add(
            senders.submit(
                () -> {
                  together.await();
                  if (ring.isWorthALook("realm-next")) {
                    ring.look("realm-next");
                  }
                  return ring.key("realm-next").isPresent();
                }));
      }
      together.countDown();
      for (Future<Boolean> one : found) {
        assertThat(one.get(10, TimeUnit.SECONDS)).isTrue();
      }
    }
    assertThat(looks).hasValue(2);
  }

  private static String member(String name) {
    String set = TokenCases.jwks(name);
    return set.substring(set.indexOf('[') + 1, set.lastIndexOf(']'));
  }

  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
