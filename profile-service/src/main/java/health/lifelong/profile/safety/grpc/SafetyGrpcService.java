package health.lifelong.profile.safety.grpc;

import com.google.protobuf.Timestamp;
import health.lifelong.profile.access.grpc.Callers;
import health.lifelong.profile.access.grpc.Requests;
import health.lifelong.profile.release.app.ReleaseStore.Scope;
import health.lifelong.profile.release.app.Releases;
import health.lifelong.profile.safety.app.CriticalResults;
import health.lifelong.profile.safety.domain.Acknowledgement;
import health.lifelong.profile.safety.domain.CriticalState;
import health.lifelong.profile.v1.AcknowledgeCriticalResultRequest;
import health.lifelong.profile.v1.AcknowledgeCriticalResultResponse;
import health.lifelong.profile.v1.CriticalResultState;
import health.lifelong.profile.v1.ListCriticalResultsRequest;
import health.lifelong.profile.v1.ListCriticalResultsResponse;
import health.lifelong.profile.v1.ReleaseResultsRequest;
import health.lifelong.profile.v1.ReleaseResultsResponse;
import health.lifelong.profile.v1.SafetyService;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Critical results and releases over gRPC. */
@GrpcService
@Authenticated
public class SafetyGrpcService implements SafetyService {
  private static final int DEFAULT_PAGE = 50;
  private static final int LARGEST_PAGE = 200;

  private final Callers callers;
  private final CriticalResults results;
  private final Releases releases;

  SafetyGrpcService(Callers callers, CriticalResults results, Releases releases) {
    this.callers = callers;
    this.results = results;
    this.releases = releases;
  }

  @Override
  public Uni<ListCriticalResultsResponse> listCriticalResults(ListCriticalResultsRequest request) {
    int asked = request.getPageSize();
    if (asked < 0 || asked > LARGEST_PAGE) {
      throw Requests.invalid("page_size");
    }
    int size = asked == 0 ? DEFAULT_PAGE : asked;
    return results
        .list(
            callers.current(),
            request.getCentre(),
            state(request.getState()),
            before(request.getPageToken()),
            size + 1)
        .map(page -> CriticalAnswer.page(page, size));
  }

  private static @Nullable CriticalState state(CriticalResultState state) {
    return switch (state) {
      case CRITICAL_RESULT_STATE_UNSPECIFIED -> null;
      case CRITICAL_RESULT_STATE_OPEN -> CriticalState.OPEN;
      case CRITICAL_RESULT_STATE_ACKNOWLEDGED -> CriticalState.ACKNOWLEDGED;
      case CRITICAL_RESULT_STATE_CLOSED -> CriticalState.CLOSED;
      case UNRECOGNIZED -> throw Requests.invalid("state");
    };
  }

  private static @Nullable UUID before(String pageToken) {
    try {
      return pageToken.isEmpty() ? null : UUID.fromString(pageToken);
    } catch (IllegalArgumentException e) {
      throw Requests.invalid("page_token");
    }
  }

  @Override
  public Uni<AcknowledgeCriticalResultResponse> acknowledgeCriticalResult(
      AcknowledgeCriticalResultRequest request) {
    Acknowledgement word =
        new Acknowledgement(
            text(request.getAcknowledgedBy(), "acknowledged_by"),
            request.hasAcknowledgedTime() ? instant(request.getAcknowledgedTime()) : null,
            text(request.getNote(), "note"));
    return results
        .acknowledge(
            callers.current(), request.getCentre(), Requests.id(request.getCriticalId()), word)
        .map(CriticalAnswer::of)
        .map(result -> AcknowledgeCriticalResultResponse.newBuilder().setResult(result).build());
  }

  // PostgreSQL keeps no NUL.
  private static String text(String text, String field) {
    if (text.indexOf('\0') >= 0) {
      throw Requests.invalid(field);
    }
    return text.strip();
  }

  private static Instant instant(Timestamp time) {
    try {
      return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    } catch (DateTimeException | ArithmeticException e) {
      throw Requests.invalid("acknowledged_time");
    }
  }

  @Override
  public Uni<ReleaseResultsResponse> releaseResults(ReleaseResultsRequest request) {
    String checkup = request.getCheckupId();
    Scope scope =
        new Scope(
            request.getCentre(),
            Requests.person(request.getPersonId()),
            checkup.isEmpty() ? null : Requests.id(checkup));
    return releases
        .release(callers.current(), scope)
        .map(
            released ->
                ReleaseResultsResponse.newBuilder()
                    .setReleased(released.results())
                    .setRevision(released.revision())
                    .build());
  }
}
