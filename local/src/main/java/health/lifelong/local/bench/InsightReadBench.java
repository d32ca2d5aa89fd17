package health.lifelong.local.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.lifelong.analytics.v1.InsightServiceGrpc;
import health.lifelong.analytics.v1.ListInsightsRequest;
import health.lifelong.analytics.v1.ListInsightsResponse;
import health.lifelong.local.http.Http;
import health.lifelong.local.push.FileKind;
import health.lifelong.local.push.Pusher;
import health.lifelong.local.sample.LongLife;
import health.lifelong.local.suite.Failure;
import health.lifelong.local.suite.Layout;
import health.lifelong.local.suite.LocalTokens;
import health.lifelong.local.suite.Ports;
import health.lifelong.local.suite.Service;
import health.lifelong.local.suite.ServiceChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The same person in the running suite: how long all insights take over gRPC, and how soon after a
 * new checkup is accounted for they have been computed anew.
 */
public final class InsightReadBench {
  private static final String CENTRE = "suwon";
  private static final int WARM_UP = 600;
  private static final int READS = 2_000;
  private static final int CHANGES = 5;
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private final Layout layout;
  private final Ports ports;
  private final Http http;
  private final LocalTokens tokens;

  public InsightReadBench(Layout layout, Ports ports, Http http, LocalTokens tokens) {
    this.layout = layout;
    this.ports = ports;
    this.http = http;
    this.tokens = tokens;
  }

  /** Gives consent in the person's name. */
  public interface Consent {
    void of(String personId) throws IOException, InterruptedException;
  }

  /** Reads of a report. */
  record Reads(
      String bench,
      int reads,
      int insights,
      int bytes,
      @JsonProperty("p50_ms") double p50,
      @JsonProperty("p99_ms") double p99,
      Machine machine) {}

  /** Changes of the record. */
  record Changes(
      String bench,
      int changes,
      @JsonProperty("recomputed_p50_ms") double p50,
      @JsonProperty("recomputed_worst_ms") double worst,
      Machine machine) {}

  /** Sends the person through the doors, then measures. */
  public void run(Consent consent) throws IOException, InterruptedException, SQLException {
    String run = Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);
    LongLife life = new LongLife(run, 0, CENTRE);
    Path folder = Files.createDirectories(layout.state().resolve("samples"));
    Pusher pusher = new Pusher(ports, http, tokens);
    String person =
        push(pusher, folder, "long-life.csv", life.checkups(CHANGES), FileKind.CSV, "").getFirst();
    push(
        pusher,
        folder,
        "long-life-genome.txt",
        life.genome(layout.pack()),
        FileKind.GENOTYPES,
        person);
    push(pusher, folder, "long-life-phone.xml", life.phone(), FileKind.APPLE_HEALTH, person);
    consent.of(person);
    awaitKept(person, 0);
    System.out.println(Http.JSON.writeValueAsString(changes(pusher, folder, life, person)));
    try (ServiceChannel analytics = ServiceChannel.open(ports, Service.ANALYTICS)) {
      read(analytics, person, WARM_UP, new Latencies());
      Latencies latencies = new Latencies();
      ListInsightsResponse last = read(analytics, person, READS, latencies);
      System.out.println(
          Http.JSON.writeValueAsString(
              new Reads(
                  "insight-grpc",
                  READS,
                  last.getInsightsCount(),
                  last.getSerializedSize(),
                  rounded(latencies.millis(0.5)),
                  rounded(latencies.millis(0.99)),
                  Machine.here())));
    }
  }

  private Changes changes(Pusher pusher, Path folder, LongLife life, String person)
      throws IOException, InterruptedException, SQLException {
    Latencies latencies = new Latencies();
    for (int i = CHANGES; i > 0; i--) {
      long before = kept(person);
      push(pusher, folder, "long-life-" + i + ".csv", life.newest(i, 1), FileKind.CSV, "");
      long began = System.nanoTime();
      awaitKept(person, before);
      latencies.add(System.nanoTime() - began);
    }
    return new Changes(
        "insight-recompute",
        CHANGES,
        rounded(latencies.millis(0.5)),
        rounded(latencies.millis(1)),
        Machine.here());
  }

  private ListInsightsResponse read(
      ServiceChannel analytics, String person, int times, Latencies latencies) {
    ListInsightsRequest request =
        ListInsightsRequest.newBuilder().setPersonId(person).setLanguage("ko").build();
    InsightServiceGrpc.InsightServiceBlockingStub stub =
        analytics.as(
            InsightServiceGrpc.newBlockingStub(analytics.channel()), tokens.person(person));
    ListInsightsResponse last = ListInsightsResponse.getDefaultInstance();
    for (int i = 0; i < times; i++) {
      long began = System.nanoTime();
      last = stub.listInsights(request);
      latencies.add(System.nanoTime() - began);
    }
    return last;
  }

  private List<String> push(
      Pusher pusher, Path folder, String name, byte[] bytes, FileKind kind, String person)
      throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve(name), bytes);
    var result = pusher.push(file, kind, new Pusher.Options(CENTRE, person, "", ""), records -> {});
    if (result.someRejected()) {
      throw new Failure(
          "the benchmark's file " + name + " was not taken whole: " + result.line().rejected());
    }
    return result.line().persons();
  }

  private void awaitKept(String person, long after) throws InterruptedException, SQLException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (kept(person) <= after) {
      if (System.nanoTime() > until) {
        throw new Failure("the insights were not recomputed within two minutes");
      }
      Thread.sleep(10);
    }
  }

  /** The revision whose insights analytics keeps; 0 for none. */
  private long kept(String person) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports.database() + "/analytics",
                "postgres",
                "postgres");
        PreparedStatement select =
            connection.prepareStatement("select revision from insight_input where person_id = ?")) {
      select.setObject(1, UUID.fromString(person));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private static double rounded(double value) {
    return Math.round(100 * value) / 100.0;
  }
}
