package health.lifelong.local.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.lifelong.local.http.Http;
import health.lifelong.local.suite.LocalTokens;
import health.lifelong.local.suite.Ports;
import health.lifelong.local.suite.Service;
import java.io.IOException;
import java.util.UUID;

/**
 * Whether the time of a refusal tells that a person exists: pairs of a foreign and an unknown id
 * are asked for in turn, and the medians compared.
 */
public final class ForeignBench {
  private static final int WARM_UP = 200;
  private static final int PAIRS = 1_000;

  private final Ports ports;
  private final Http http;
  private final LocalTokens tokens;

  public ForeignBench(Ports ports, Http http, LocalTokens tokens) {
    this.ports = ports;
    this.http = http;
    this.tokens = tokens;
  }

  /** One measurement. */
  record Measured(
      String bench,
      int pairs,
      @JsonProperty("equal_answers") int equalAnswers,
      @JsonProperty("foreign_p50_ms") double foreign,
      @JsonProperty("unknown_p50_ms") double unknown,
      @JsonProperty("apart_percent") double apart,
      Machine machine) {}

  /** Measures as one person who asks for the record of another, and of nobody. */
  public void run(String caller, String foreign) throws IOException, InterruptedException {
    measure(caller, foreign, WARM_UP);
    System.out.println(Http.JSON.writeValueAsString(measure(caller, foreign, PAIRS)));
  }

  private Measured measure(String caller, String foreign, int pairs)
      throws IOException, InterruptedException {
    String token = tokens.person(caller);
    Latencies known = new Latencies();
    Latencies unknown = new Latencies();
    int equal = 0;
    for (int pair = 0; pair < pairs; pair++) {
      // Who goes first changes, so that neither always finds what the other warmed.
      boolean foreignFirst = pair % 2 == 0;
      String nobody = UUID.randomUUID().toString();
      String one = ask(foreignFirst ? foreign : nobody, token, foreignFirst ? known : unknown);
      String two = ask(foreignFirst ? nobody : foreign, token, foreignFirst ? unknown : known);
      equal += one.equals(two) ? 1 : 0;
    }
    double foreignMillis = known.millis(0.5);
    double unknownMillis = unknown.millis(0.5);
    return new Measured(
        "foreign",
        pairs,
        equal,
        Math.round(1_000 * foreignMillis) / 1_000.0,
        Math.round(1_000 * unknownMillis) / 1_000.0,
        Math.round(1_000 * Math.abs(foreignMillis / unknownMillis - 1)) / 10.0,
        Machine.here());
  }

  private String ask(String person, String token, Latencies latencies)
      throws IOException, InterruptedException {
    String url =
        "http://localhost:" + ports.http(Service.GATEWAY) + "/v1/persons/" + person + "/record";
    long began = System.nanoTime();
    Http.Answer answer = http.get(url, token);
    latencies.add(System.nanoTime() - began);
    return answer.status() + " " + answer.body();
  }
}
