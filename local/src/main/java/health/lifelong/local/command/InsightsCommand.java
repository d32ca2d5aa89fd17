package health.lifelong.local.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import health.lifelong.analytics.v1.InsightDifference;
import health.lifelong.analytics.v1.InsightLedgerServiceGrpc;
import health.lifelong.analytics.v1.InsightVersion;
import health.lifelong.analytics.v1.VerifyInsightsRequest;
import health.lifelong.analytics.v1.VerifyInsightsResponse;
import health.lifelong.analytics.v1.VerifySummary;
import health.lifelong.local.http.Http;
import health.lifelong.local.suite.Failure;
import health.lifelong.local.suite.Layout;
import health.lifelong.local.suite.LocalKeys;
import health.lifelong.local.suite.LocalTokens;
import health.lifelong.local.suite.Running;
import health.lifelong.local.suite.Service;
import health.lifelong.local.suite.ServiceChannel;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stored insights: computes them again and lists each that differs. */
public final class InsightsCommand implements Command {
  private static final int SOME_DIFFER = 3;

  private final Layout layout;

  public InsightsCommand(Layout layout) {
    this.layout = layout;
  }

  @Override
  public String usage() {
    return "insights verify [--limit N]";
  }

  @Override
  public String purpose() {
    return "compute stored insights again: one JSON line each that differs, and last the counts";
  }

  /** A stored insight that does not come out the same. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Differing(
      String person,
      String insight,
      String model,
      String subject,
      String kind,
      @Nullable Version stored,
      @Nullable Version computed) {}

  /** One side of a difference. */
  record Version(
      @JsonProperty("model_version") String model,
      @JsonProperty("data_version") String data,
      String sha256) {}

  /** What was looked at. */
  record Counts(long persons, long insights, long differing) {}

  @Override
  public int run(Arguments arguments) throws IOException {
    if (!arguments.words().equals(List.of("verify"))) {
      throw new Failure("use: " + usage());
    }
    VerifyInsightsRequest request =
        VerifyInsightsRequest.newBuilder()
            .setLimit(arguments.option("limit").map(InsightsCommand::limit).orElse(0L))
            .build();
    Running running = Running.require(layout);
    String token =
        new LocalTokens(LocalKeys.of(layout)).token("operator", "local-operator", null, null);
    long differing = 0;
    try (ServiceChannel analytics = ServiceChannel.open(running.ports(), Service.ANALYTICS)) {
      Iterator<VerifyInsightsResponse> parts =
          analytics
              .as(InsightLedgerServiceGrpc.newBlockingStub(analytics.channel()), token)
              .verifyInsights(request);
      while (parts.hasNext()) {
        VerifyInsightsResponse part = parts.next();
        switch (part.getPartCase()) {
          case DIFFERENCE -> print(differing(part.getDifference()));
          case SUMMARY -> {
            VerifySummary summary = part.getSummary();
            differing = summary.getDiffering();
            print(new Counts(summary.getPersons(), summary.getInsights(), differing));
          }
          case PART_NOT_SET -> throw new Failure("analytics-service sent an empty part");
        }
      }
    } catch (StatusRuntimeException e) {
      throw new Failure("analytics-service refused: " + e.getStatus().getDescription(), e);
    }
    return differing == 0 ? 0 : SOME_DIFFER;
  }

  private static long limit(String text) {
    try {
      long limit = Long.parseLong(text);
      if (limit > 0) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw new Failure("--limit is a number, not " + text, e);
    }
    throw new Failure("--limit is at least 1");
  }

  private static void print(Object line) throws IOException {
    System.out.println(Http.JSON.writeValueAsString(line));
  }

  private static Differing differing(InsightDifference difference) {
    return new Differing(
        difference.getPersonId(),
        difference.getInsightId(),
        difference.getModel(),
        difference.getSubject(),
        difference.getKind(),
        difference.hasStored() ? version(difference.getStored()) : null,
        difference.hasComputed() ? version(difference.getComputed()) : null);
  }

  private static Version version(InsightVersion version) {
    return new Version(
        version.getModelVersion(), version.getDataVersion(), version.getResultSha256());
  }
}
