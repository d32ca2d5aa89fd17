package health.lifelong.local.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.lifelong.local.http.Http;
import health.lifelong.local.suite.LocalTokens;
import health.lifelong.local.suite.Ports;
import health.lifelong.local.suite.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads one person's full record with insights through the gateway, alone and beside others. */
public final class RecordBench {
  private static final int WARM_UP = 100;
  private static final int READS = 400;

  private final Ports ports;
  private final Http http;
  private final LocalTokens tokens;

  public RecordBench(Ports ports, Http http, LocalTokens tokens) {
    this.ports = ports;
    this.http = http;
    this.tokens = tokens;
  }

  /** One measurement. */
  record Measured(
      String bench,
      int readers,
      int reads,
      int checkups,
      int values,
      int insights,
      @JsonProperty("reads_per_s") double readsPerSecond,
      @JsonProperty("p50_ms") double p50,
      @JsonProperty("p99_ms") double p99,
      Machine machine) {}

  /** Measures with one reader and with four. */
  public void run(String personId) throws IOException, InterruptedException {
    read(personId, WARM_UP, new Latencies());
    for (int readers : List.of(1, 4)) {
      System.out.println(Http.JSON.writeValueAsString(measure(personId, readers)));
    }
  }

  private Measured measure(String personId, int readers) throws IOException, InterruptedException {
    Latencies latencies = new Latencies();
    long began = System.nanoTime();
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
      for (int reader = 0; reader < readers; reader++) {
        all.add(
            threads.submit(
                () -> {
                  read(personId, READS / readers, latencies);
                  return null;
                }));
      }
    }
    for (Future<?> reader : all) {
      try {
        reader.get();
      } catch (ExecutionException e) {
        throw new IOException("a reader failed", e.getCause());
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    com.fasterxml.jackson.databind.JsonNode report =
        http.get(url(), tokens.person(personId)).require("report");
    int values = 0;
    for (com.fasterxml.jackson.databind.JsonNode checkup : report.path("record").path("checkups")) {
      values += checkup.path("observations").size();
    }
    return new Measured(
        "record",
        readers,
        READS,
        report.path("record").path("checkups").size(),
        values + report.path("record").path("lifestyleDays").size(),
        report.path("insights").path("insights").size(),
        Math.round(10 * READS / seconds) / 10.0,
        Math.round(100 * latencies.millis(0.5)) / 100.0,
        Math.round(100 * latencies.millis(0.99)) / 100.0,
        Machine.here());
  }

  private String url() {
    return "http://localhost:" + ports.http(Service.GATEWAY) + "/v1/me/report?language=ko";
  }

  private void read(String personId, int times, Latencies latencies)
      throws IOException, InterruptedException {
    String token = tokens.person(personId);
    for (int i = 0; i < times; i++) {
      long began = System.nanoTime();
      http.get(url(), token).require("report");
      latencies.add(System.nanoTime() - began);
    }
  }
}
