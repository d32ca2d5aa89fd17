package health.lifelong.local.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.lifelong.local.http.Http;
import health.lifelong.local.push.MllpSender;
import health.lifelong.local.sample.SampleLoad;
import health.lifelong.local.suite.Failure;
import health.lifelong.local.suite.LocalTokens;
import health.lifelong.local.suite.Ports;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Pushes checkups through the real doors and measures two things: how long a sender waits for the
 * durable answer, and how many checkups a second are in the record, from the first byte sent to the
 * last account closed.
 */
public final class IngestBench {
  private static final String CENTRE = "suwon";

  private final Ports ports;
  private final Http http;
  private final LocalTokens tokens;
  private final String run =
      Long.toString(System.currentTimeMillis(), 36).toUpperCase(java.util.Locale.ROOT);

  public IngestBench(Ports ports, Http http, LocalTokens tokens) {
    this.ports = ports;
    this.http = http;
    this.tokens = tokens;
  }

  /** One measurement. */
  record Measured(
      String bench,
      String format,
      int senders,
      int checkups,
      @JsonProperty("values_a_checkup") int valuesACheckup,
      @JsonProperty("checkups_per_s") double checkupsPerSecond,
      @JsonProperty("observations_per_s") double observationsPerSecond,
      @JsonProperty("answer_p50_ms") double p50,
      @JsonProperty("answer_p99_ms") double p99,
      @JsonProperty("record_bytes_per_checkup") long recordBytes,
      @JsonProperty("receipt_bytes_per_checkup") long receiptBytes,
      Machine machine) {}

  /** Sends one unit and answers with its receipt. */
  private interface Door extends AutoCloseable {
    String send(byte[] unit) throws IOException, InterruptedException;

    @Override
    void close() throws IOException;
  }

  /** All measurements, each printed as it is done; the floor of the same machine comes last. */
  public void run(int checkups) throws IOException, InterruptedException, SQLException {
    // The first few hundred are not measured: the services' JVMs compile what they run.
    measure("warm-up", load("W", checkups / 2).hl7(), 1, 4, "hl7v2", checkups / 2, 0);
    for (int senders : List.of(1, 8)) {
      SampleLoad hl7 = load("H" + senders, checkups);
      print(measure("ingest", hl7.hl7(), 1, senders, "hl7v2", checkups, hl7.valuesAVisit()));
      SampleLoad fhir = load("F" + senders, checkups);
      print(measure("ingest", fhir.fhir(), 1, senders, "fhir-json", checkups, fhir.valuesAVisit()));
      SampleLoad csv = load("C" + senders, 2 * checkups);
      int files = senders;
      print(
          measure(
              "ingest",
              csv.csv(files),
              2 * checkups / files,
              senders,
              "csv",
              2 * checkups,
              csv.valuesAVisit()));
    }
    print(new Floor(ports).measure(checkups, load("X", 1).valuesAVisit()));
  }

  private SampleLoad load(String part, int count) {
    return new SampleLoad(run + part, count, CENTRE);
  }

  private static void print(Object line) throws IOException {
    System.out.println(Http.JSON.writeValueAsString(line));
  }

  private Measured measure(
      String bench,
      List<byte[]> units,
      int checkupsAUnit,
      int senders,
      String format,
      int checkups,
      int values)
      throws IOException, InterruptedException, SQLException {
    Floor sizes = new Floor(ports);
    long recordBefore = sizes.size("profile");
    long receiptBefore = sizes.size("ingestion");
    Latencies latencies = new Latencies();
    long began = System.nanoTime();
    List<Future<String>> last = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(senders)) {
      for (int sender = 0; sender < senders; sender++) {
        int first = sender;
        last.add(threads.submit(() -> sendShare(units, first, senders, format, latencies)));
      }
    }
    for (Future<String> receipt : last) {
      await(receipt);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Measured(
        bench,
        format,
        senders,
        checkups,
        values,
        rounded(checkups / seconds),
        rounded(checkups * values / seconds),
        rounded(latencies.millis(0.5)),
        rounded(latencies.millis(0.99)),
        (sizes.size("profile") - recordBefore) / checkups,
        (sizes.size("ingestion") - receiptBefore) / checkups,
        Machine.here());
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /** Every n-th unit is this sender's; the answer is the receipt of its last one. */
  private String sendShare(
      List<byte[]> units, int first, int senders, String format, Latencies latencies)
      throws IOException, InterruptedException {
    String receipt = "";
    try (Door door = door(format)) {
      for (int i = first; i < units.size(); i += senders) {
        long began = System.nanoTime();
        receipt = door.send(units.get(i));
        latencies.add(System.nanoTime() - began);
      }
    }
    return receipt;
  }

  private Door door(String format) throws IOException {
    return switch (format) {
      case "hl7v2" -> new MllpDoor(new MllpSender(http.sockets(CENTRE), ports.mllps(CENTRE)));
      case "fhir-json" -> new HttpDoor("/fhir", "application/fhir+json");
      default -> new HttpDoor("/v1/files/csv", "text/csv");
    };
  }

  private record MllpDoor(MllpSender sender) implements Door {
    @Override
    public String send(byte[] unit) throws IOException {
      MllpSender.Ack ack = sender.send(unit);
      if (!ack.code().equals("AA")) {
        throw new Failure(
            "the benchmark's message was answered " + ack.code() + " " + ack.errors());
      }
      return ack.ownId();
    }

    @Override
    public void close() throws IOException {
      sender.close();
    }
  }

  private final class HttpDoor implements Door {
    private final String path;
    private final String mediaType;

    private HttpDoor(String path, String mediaType) {
      this.path = path;
      this.mediaType = mediaType;
    }

    @Override
    public String send(byte[] unit) throws IOException, InterruptedException {
      Http.Answer answer =
          http.of(CENTRE)
              .post(
                  "https://localhost:" + ports.ingestionHttps() + path,
                  tokens.centre(CENTRE),
                  mediaType,
                  HttpRequest.BodyPublishers.ofByteArray(unit));
      answer.require("benchmark");
      return answer.header("Lifelong-Receipt").orElse(answer.body().path("receipt").asText());
    }

    @Override
    public void close() {}
  }

  /**
   * Waits until the account of a sender's last unit is closed; the lane keeps order, so all before
   * it are closed too.
   */
  private void await(Future<String> receipt) throws IOException, InterruptedException {
    try {
      String url = "https://localhost:" + ports.ingestionHttps() + "/v1/receipts/" + receipt.get();
      while (http.of(CENTRE)
          .get(url, tokens.centre(CENTRE))
          .require("receipt")
          .path("state")
          .asText()
          .equals("received")) {
        Thread.sleep(5);
      }
    } catch (ExecutionException e) {
      throw new Failure("a sender of the benchmark failed: " + e.getCause(), e);
    }
  }
}
