package health.lifelong.profile.identity.grpc;

import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.grpc.Callers;
import health.lifelong.profile.access.grpc.Requests;
import health.lifelong.profile.identity.app.Matches;
import health.lifelong.profile.identity.domain.MatchState;
import health.lifelong.profile.v1.DecideIdentityMatchRequest;
import health.lifelong.profile.v1.DecideIdentityMatchResponse;
import health.lifelong.profile.v1.IdentityMatchState;
import health.lifelong.profile.v1.IdentityService;
import health.lifelong.profile.v1.ListIdentityMatchesRequest;
import health.lifelong.profile.v1.ListIdentityMatchesResponse;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Matches over gRPC. */
@GrpcService
@Authenticated
public class IdentityGrpcService implements IdentityService {
  private static final int DEFAULT_PAGE = 50;
  private static final int LARGEST_PAGE = 200;

  private final Callers callers;
  private final Matches matches;

  IdentityGrpcService(Callers callers, Matches matches) {
    this.callers = callers;
    this.matches = matches;
  }

  @Override
  public Uni<ListIdentityMatchesResponse> listIdentityMatches(ListIdentityMatchesRequest request) {
    Caller caller = callers.current();
    int asked = request.getPageSize();
    if (asked < 0 || asked > LARGEST_PAGE) {
      throw Requests.invalid("page_size");
    }
    int size = asked == 0 ? DEFAULT_PAGE : asked;
    return matches
        .list(caller, asked(request.getState()), after(request.getPageToken()), size + 1)
        .map(page -> MatchAnswer.page(page, size));
  }

  private static MatchState asked(IdentityMatchState state) {
    return switch (state) {
      case IDENTITY_MATCH_STATE_UNSPECIFIED, IDENTITY_MATCH_STATE_OPEN -> MatchState.OPEN;
      case IDENTITY_MATCH_STATE_LINKED -> MatchState.LINKED;
      case IDENTITY_MATCH_STATE_SEPARATE -> MatchState.SEPARATE;
      case UNRECOGNIZED -> throw Requests.invalid("state");
    };
  }

  private static @Nullable UUID after(String pageToken) {
    try {
      return pageToken.isEmpty() ? null : UUID.fromString(pageToken);
    } catch (IllegalArgumentException e) {
      throw Requests.invalid("page_token");
    }
  }

  @Override
  public Uni<DecideIdentityMatchResponse> decideIdentityMatch(DecideIdentityMatchRequest request) {
    Caller caller = callers.current();
    MatchState decision =
        switch (request.getDecision()) {
          case IDENTITY_MATCH_STATE_LINKED -> MatchState.LINKED;
          case IDENTITY_MATCH_STATE_SEPARATE -> MatchState.SEPARATE;
          case IDENTITY_MATCH_STATE_UNSPECIFIED, IDENTITY_MATCH_STATE_OPEN, UNRECOGNIZED ->
              throw Requests.invalid("decision");
        };
    return matches
        .decide(caller, Requests.id(request.getMatchId()), decision, request.getReason())
        .map(MatchAnswer::of)
        .map(match -> DecideIdentityMatchResponse.newBuilder().setMatch(match).build());
  }
}
