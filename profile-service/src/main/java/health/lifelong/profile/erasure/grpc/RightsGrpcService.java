package health.lifelong.profile.erasure.grpc;

import com.google.protobuf.Timestamp;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.app.ProfileConfig;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.access.grpc.Callers;
import health.lifelong.profile.access.grpc.Requests;
import health.lifelong.profile.change.app.StoreFailures;
import health.lifelong.profile.erasure.app.ErasureLedger;
import health.lifelong.profile.erasure.app.Erasures;
import health.lifelong.profile.erasure.domain.Erasure;
import health.lifelong.profile.v1.ErasePersonRequest;
import health.lifelong.profile.v1.ErasePersonResponse;
import health.lifelong.profile.v1.ListErasuresRequest;
import health.lifelong.profile.v1.ListErasuresResponse;
import health.lifelong.profile.v1.RightsService;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** A person's rights over gRPC. */
@GrpcService
@Authenticated
public class RightsGrpcService implements RightsService {
  private static final int DEFAULT_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  private final Callers callers;
  private final Erasures erasures;
  private final ErasureLedger ledger;
  private final ProfileConfig config;

  RightsGrpcService(
      Callers callers, Erasures erasures, ErasureLedger ledger, ProfileConfig config) {
    this.callers = callers;
    this.erasures = erasures;
    this.ledger = ledger;
    this.config = config;
  }

  @Override
  public Uni<ErasePersonResponse> erasePerson(ErasePersonRequest request) {
    return erasures
        .erase(callers.current(), Requests.person(request.getPersonId()))
        .map(
            erasure ->
                ErasePersonResponse.newBuilder()
                    .setErasedTime(
                        Timestamp.newBuilder()
                            .setSeconds(erasure.erasedAt().getEpochSecond())
                            .setNanos(erasure.erasedAt().getNano()))
                    .build());
  }

  @Override
  public Uni<ListErasuresResponse> listErasures(ListErasuresRequest request) {
    Caller caller = callers.require(Role.SERVICE);
    if (!config.recordWriters().contains(caller.subject())) {
      throw new LifelongException(
          ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT, "only who delivers records may ask");
    }
    int asked = request.getPageSize();
    if (asked < 0 || asked > LARGEST_PAGE || request.getAfterSequence() < 0) {
      throw Requests.invalid("page_size");
    }
    return ledger
        .after(request.getAfterSequence(), asked == 0 ? DEFAULT_PAGE : asked)
        .map(RightsGrpcService::answer)
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private static ListErasuresResponse answer(List<Erasure> erasures) {
    ListErasuresResponse.Builder answer = ListErasuresResponse.newBuilder();
    for (Erasure erasure : erasures) {
      answer.addErasures(
          health.lifelong.profile.v1.Erasure.newBuilder()
              .setSequence(erasure.sequence())
              .addAllReceiptIds(erasure.receipts()));
    }
    return answer.build();
  }
}
