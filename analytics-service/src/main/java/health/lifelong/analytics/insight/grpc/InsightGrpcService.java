package health.lifelong.analytics.insight.grpc;

import health.lifelong.analytics.insight.app.Insights;
import health.lifelong.analytics.insight.app.Insights.Listed;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.v1.InsightService;
import health.lifelong.analytics.v1.ListInsightsRequest;
import health.lifelong.analytics.v1.ListInsightsResponse;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.Roles;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * InsightService: a person reads what is said of oneself, a clinician what is said of a person who
 * allowed it.
 */
@GrpcService
public class InsightGrpcService implements InsightService {
  private final Insights insights;
  private final SecurityIdentity identity;
  private final JsonWebToken token;

  public InsightGrpcService(Insights insights, SecurityIdentity identity, JsonWebToken token) {
    this.insights = insights;
    this.identity = identity;
    this.token = token;
  }

  @Override
  @Blocking
  @RolesAllowed({Roles.PERSON, Roles.CLINICIAN})
  public Uni<ListInsightsResponse> listInsights(ListInsightsRequest request) {
    if (request.getPersonId().isBlank()) {
      throw new LifelongException(ErrorReason.ERROR_REASON_ARGUMENT_INVALID, "person_id is empty");
    }
    Viewer viewer = viewer(request.getPersonId());
    ListInsightsResponse response =
        switch (insights.list(request.getPersonId(), request.getLanguage(), viewer)) {
          case Listed.Computed(var report) -> InsightMapper.response(report);
          case Listed.Kept(var shelved) -> InsightMapper.response(shelved);
        };
    return Uni.createFrom().item(response);
  }

  private Viewer viewer(String personId) {
    if (identity.hasRole(Roles.CLINICIAN)) {
      return Viewer.CLINICIAN;
    }
    if (!personId.equals(token.getSubject())) {
      // Another person and an unknown one look the same.
      throw new LifelongException(
          ErrorReason.ERROR_REASON_NOT_FOUND, "not the caller's own record");
    }
    return Viewer.PERSON;
  }
}
