package health.lifelong.analytics.ledger.grpc;

import health.lifelong.analytics.ledger.app.Verification;
import health.lifelong.analytics.ledger.app.Verification.Tally;
import health.lifelong.analytics.ledger.domain.Difference;
import health.lifelong.analytics.v1.InsightDifference;
import health.lifelong.analytics.v1.InsightLedgerService;
import health.lifelong.analytics.v1.InsightVersion;
import health.lifelong.analytics.v1.VerifyInsightsRequest;
import health.lifelong.analytics.v1.VerifyInsightsResponse;
import health.lifelong.analytics.v1.VerifySummary;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.Roles;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;

/** InsightLedgerService: an operator has stored insights computed again. */
@GrpcService
public class LedgerGrpcService implements InsightLedgerService {
  private final Verification verification;

  public LedgerGrpcService(Verification verification) {
    this.verification = verification;
  }

  @Override
  @RolesAllowed(Roles.OPERATOR)
  public Multi<VerifyInsightsResponse> verifyInsights(VerifyInsightsRequest request) {
    if (request.getLimit() < 0) {
      throw new LifelongException(ErrorReason.ERROR_REASON_ARGUMENT_INVALID, "limit is below zero");
    }
    return Multi.createFrom()
        .<VerifyInsightsResponse>emitter(
            to -> {
              Tally tally =
                  verification.run(
                      request.getLimit(),
                      difference ->
                          to.emit(
                              VerifyInsightsResponse.newBuilder()
                                  .setDifference(difference(difference))
                                  .build()));
              to.emit(VerifyInsightsResponse.newBuilder().setSummary(summary(tally)).build());
              to.complete();
            })
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private static VerifySummary summary(Tally tally) {
    return VerifySummary.newBuilder()
        .setPersons(tally.persons())
        .setInsights(tally.insights())
        .setDiffering(tally.differing())
        .build();
  }

  private static InsightDifference difference(Difference difference) {
    InsightDifference.Builder message =
        InsightDifference.newBuilder()
            .setPersonId(difference.personId())
            .setInsightId(difference.insightId())
            .setModel(difference.model())
            .setSubject(difference.subject())
            .setKind(difference.kind().name().toLowerCase(Locale.ROOT));
    Difference.Side stored = difference.stored();
    if (stored != null) {
      message.setStored(side(stored));
    }
    Difference.Side computed = difference.computed();
    if (computed != null) {
      message.setComputed(side(computed));
    }
    return message.build();
  }

  private static InsightVersion side(Difference.Side side) {
    return InsightVersion.newBuilder()
        .setModelVersion(side.modelVersion())
        .setDataVersion(side.dataVersion())
        .setResultSha256(side.resultHash())
        .build();
  }
}
