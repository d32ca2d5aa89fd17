package health.lifelong.local.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import health.lifelong.local.http.Http;
import health.lifelong.local.suite.Failure;
import health.lifelong.local.suite.LocalTokens;
import health.lifelong.local.suite.Ports;
import health.lifelong.local.suite.Service;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Withdraws and grants the use of daily life again and again while others read the same report, and
 * measures until no answer rests on it any more, and until what is kept of it is gone.
 */
public final class ConsentBench {
  private static final int READERS = 4;
  private static final int ROUNDS = 100;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final Ports ports;
  private final Http http;
  private final LocalTokens tokens;

  public ConsentBench(Ports ports, Http http, LocalTokens tokens) {
    this.ports = ports;
    this.http = http;
    this.tokens = tokens;
  }

  /**
   * One measurement.
   *
   * @param hiddenP50 from sending the withdrawal to the first answer that rests on nothing
   *     withdrawn
   * @param stale answers to questions asked after the withdrawal was answered that rest on it
   * @param recomputedP50 from sending the withdrawal until no kept insight rests on it
   */
  record Measured(
      String bench,
      int withdrawals,
      int readers,
      long reads,
      long stale,
      @JsonProperty("hidden_p50_ms") double hiddenP50,
      @JsonProperty("hidden_p99_ms") double hiddenP99,
      @JsonProperty("recomputed_p50_ms") double recomputedP50,
      @JsonProperty("recomputed_p99_ms") double recomputedP99,
      Machine machine) {}

  /** Measures with the person, whose consents are all given. */
  public void run(String person) throws IOException, InterruptedException, SQLException {
    if (!restsOnDays(insights(person))) {
      throw new Failure("this person has no insight that rests on days: run ./lifelong demo first");
    }
    AtomicBoolean done = new AtomicBoolean();
    // Even while days are open, odd from the answer of a withdrawal to the next grant.
    AtomicInteger phase = new AtomicInteger();
    AtomicLong reads = new AtomicLong();
    AtomicLong stale = new AtomicLong();
    List<Future<?>> readers = new ArrayList<>();
    Latencies hidden = new Latencies();
    Latencies recomputed = new Latencies();
    try (ExecutorService threads = Executors.newFixedThreadPool(READERS)) {
      for (int reader = 0; reader < READERS; reader++) {
        readers.add(
            threads.submit(
                () -> {
                  while (!done.get()) {
                    int before = phase.get();
                    boolean used = restsOnDays(insights(person));
                    if (before % 2 == 1 && before == phase.get() && used) {
                      stale.incrementAndGet();
                    }
                    reads.incrementAndGet();
                  }
                  return null;
                }));
      }
      try {
        for (int round = 0; round < ROUNDS; round++) {
          withdrawAndGrant(person, phase, hidden, recomputed);
        }
      } finally {
        done.set(true);
      }
    }
    for (Future<?> reader : readers) {
      try {
        reader.get();
      } catch (ExecutionException e) {
        throw new IOException("a reader failed", e.getCause());
      }
    }
    System.out.println(
        Http.JSON.writeValueAsString(
            new Measured(
                "consent",
                ROUNDS,
                READERS,
                reads.get(),
                stale.get(),
                rounded(hidden.millis(0.5)),
                rounded(hidden.millis(0.99)),
                rounded(recomputed.millis(0.5)),
                rounded(recomputed.millis(0.99)),
                Machine.here())));
  }

  private void withdrawAndGrant(
      String person, AtomicInteger phase, Latencies hidden, Latencies recomputed)
      throws IOException, InterruptedException, SQLException {
    long began = System.nanoTime();
    decide(person, "withdraw");
    phase.incrementAndGet();
    while (restsOnDays(insights(person))) {
      patiently(began);
    }
    hidden.add(System.nanoTime() - began);
    while (!keptWithoutDays(person)) {
      patiently(began);
      Thread.sleep(5);
    }
    recomputed.add(System.nanoTime() - began);
    phase.incrementAndGet();
    decide(person, "grant");
    long granted = System.nanoTime();
    while (keptWithoutDays(person)) {
      patiently(granted);
      Thread.sleep(5);
    }
  }

  private static void patiently(long began) {
    if (System.nanoTime() - began > PATIENCE_NANOS) {
      throw new Failure("the decision had no effect within a minute");
    }
  }

  private void decide(String person, String decision) throws IOException, InterruptedException {
    String body =
        Http.JSON.writeValueAsString(
            Map.of(
                "category", "lifestyle",
                "purpose", "health_management",
                "decision", decision,
                "evidence", "demonstration"));
    http.post(
            gateway("/v1/me/consents"),
            tokens.person(person),
            "application/json",
            HttpRequest.BodyPublishers.ofString(body))
        .require("consent");
  }

  private JsonNode insights(String person) throws IOException, InterruptedException {
    return http.get(gateway("/v1/me/insights?language=ko"), tokens.person(person))
        .require("insights");
  }

  private static boolean restsOnDays(JsonNode report) {
    for (JsonNode insight : report.path("insights")) {
      for (JsonNode kind : insight.path("kinds")) {
        if (insight.has("result") && kind.asText().equals("lifestyle")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether what analytics keeps was made of a record without days. */
  private boolean keptWithoutDays(String person) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports.database() + "/analytics",
                "postgres",
                "postgres");
        PreparedStatement select =
            connection.prepareStatement(
                "select withheld like '%LIFESTYLE%' from insight_input where person_id = ?")) {
      select.setObject(1, UUID.fromString(person));
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private String gateway(String path) {
    return "http://localhost:" + ports.http(Service.GATEWAY) + path;
  }

  private static double rounded(double value) {
    return Math.round(100 * value) / 100.0;
  }
}
