package health.lifelong.profile.breakglass.grpc;

import com.google.protobuf.Timestamp;
import health.lifelong.profile.access.grpc.Callers;
import health.lifelong.profile.access.grpc.Requests;
import health.lifelong.profile.breakglass.app.GlassReviews;
import health.lifelong.profile.breakglass.app.Glasses;
import health.lifelong.profile.breakglass.domain.BreakGlass.Basis;
import health.lifelong.profile.record.grpc.RecordAnswer;
import health.lifelong.profile.v1.ApproveBreakGlassHoldRequest;
import health.lifelong.profile.v1.ApproveBreakGlassHoldResponse;
import health.lifelong.profile.v1.BreakGlassHold;
import health.lifelong.profile.v1.BreakGlassService;
import health.lifelong.profile.v1.GetBreakGlassRecordRequest;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.ListBreakGlassesRequest;
import health.lifelong.profile.v1.ListBreakGlassesResponse;
import health.lifelong.profile.v1.OpenBreakGlassRequest;
import health.lifelong.profile.v1.OpenBreakGlassResponse;
import health.lifelong.profile.v1.ReviewBreakGlassRequest;
import health.lifelong.profile.v1.ReviewBreakGlassResponse;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Break-glass over gRPC. */
@GrpcService
@Authenticated
public class BreakGlassGrpcService implements BreakGlassService {
  private static final int DEFAULT_PAGE = 50;
  private static final int LARGEST_PAGE = 200;

  private final Callers callers;
  private final Glasses glasses;
  private final GlassReviews reviews;

  BreakGlassGrpcService(Callers callers, Glasses glasses, GlassReviews reviews) {
    this.callers = callers;
    this.glasses = glasses;
    this.reviews = reviews;
  }

  @Override
  public Uni<OpenBreakGlassResponse> openBreakGlass(OpenBreakGlassRequest request) {
    Glasses.Asked asked =
        new Glasses.Asked(
            request.getCentre(),
            Requests.person(request.getPersonId()),
            request.getReasonCode(),
            request.getReasonText(),
            basis(request.getHold()));
    return glasses
        .open(callers.current(), asked)
        .map(GlassAnswer::of)
        .map(glass -> OpenBreakGlassResponse.newBuilder().setBreakGlass(glass).build());
  }

  private static @Nullable Basis basis(BreakGlassHold hold) {
    return switch (hold) {
      case BREAK_GLASS_HOLD_UNSPECIFIED -> null;
      case BREAK_GLASS_HOLD_COURT -> Basis.COURT;
      case BREAK_GLASS_HOLD_SAFETY -> Basis.SAFETY;
      case UNRECOGNIZED -> throw Requests.invalid("hold");
    };
  }

  @Override
  public Uni<GetRecordResponse> getBreakGlassRecord(GetBreakGlassRecordRequest request) {
    return glasses
        .read(callers.current(), request.getCentre(), Requests.id(request.getBreakGlassId()))
        .map(RecordAnswer::of);
  }

  @Override
  public Uni<ListBreakGlassesResponse> listBreakGlasses(ListBreakGlassesRequest request) {
    int asked = request.getPageSize();
    if (asked < 0 || asked > LARGEST_PAGE) {
      throw Requests.invalid("page_size");
    }
    return reviews
        .list(callers.current(), request.getUnreviewed(), asked == 0 ? DEFAULT_PAGE : asked)
        .map(
            page ->
                ListBreakGlassesResponse.newBuilder()
                    .addAllBreakGlasses(page.stream().map(GlassAnswer::full).toList())
                    .build());
  }

  @Override
  public Uni<ReviewBreakGlassResponse> reviewBreakGlass(ReviewBreakGlassRequest request) {
    return reviews
        .review(
            callers.current(),
            Requests.id(request.getBreakGlassId()),
            request.getJustified(),
            request.getNote())
        .map(GlassAnswer::full)
        .map(glass -> ReviewBreakGlassResponse.newBuilder().setBreakGlass(glass).build());
  }

  @Override
  public Uni<ApproveBreakGlassHoldResponse> approveBreakGlassHold(
      ApproveBreakGlassHoldRequest request) {
    return reviews
        .hold(
            callers.current(),
            Requests.id(request.getBreakGlassId()),
            request.hasUntilTime() ? instant(request.getUntilTime()) : null)
        .map(GlassAnswer::full)
        .map(glass -> ApproveBreakGlassHoldResponse.newBuilder().setBreakGlass(glass).build());
  }

  private static Instant instant(Timestamp time) {
    try {
      return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    } catch (DateTimeException | ArithmeticException e) {
      throw Requests.invalid("until_time");
    }
  }
}
