package health.lifelong.profile.keys.grpc;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.access.grpc.Callers;
import health.lifelong.profile.access.grpc.Requests;
import health.lifelong.profile.change.app.StoreFailures;
import health.lifelong.profile.keys.app.KeyRotation;
import health.lifelong.profile.keys.app.KeyVault;
import health.lifelong.profile.v1.KeyCount;
import health.lifelong.profile.v1.KeyService;
import health.lifelong.profile.v1.ListKeysRequest;
import health.lifelong.profile.v1.ListKeysResponse;
import health.lifelong.profile.v1.RotateKeysRequest;
import health.lifelong.profile.v1.RotateKeysResponse;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The operator's side of the keys over gRPC: no key, wrapped or not, is ever in an answer. */
@GrpcService
@Authenticated
public class KeyGrpcService implements KeyService {
  private final Callers callers;
  private final KeyRotation rotation;

  KeyGrpcService(Callers callers, KeyRotation rotation) {
    this.callers = callers;
    this.rotation = rotation;
  }

  @Override
  public Uni<RotateKeysResponse> rotateKeys(RotateKeysRequest request) {
    callers.require(Role.OPERATOR);
    Category category = Requests.category(request.getCategory());
    return switch (request.getKind()) {
      case KIND_DATA -> answer(rotation.rotateData(category));
      case KIND_ENCRYPTION -> answer(rotation.rotateEncryption(category));
      case KIND_UNSPECIFIED, UNRECOGNIZED -> throw Requests.invalid("kind");
    };
  }

  private static Uni<RotateKeysResponse> answer(Uni<Void> rotated) {
    return rotated
        .replaceWith(RotateKeysResponse.getDefaultInstance())
        .onFailure()
        .transform(StoreFailures::translate);
  }

  @Override
  public Uni<ListKeysResponse> listKeys(ListKeysRequest request) {
    callers.require(Role.OPERATOR);
    return rotation
        .counts()
        .map(KeyGrpcService::answer)
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private static ListKeysResponse answer(List<KeyVault.KeyCount> counts) {
    ListKeysResponse.Builder answer = ListKeysResponse.newBuilder();
    for (KeyVault.KeyCount count : counts) {
      answer.addCounts(
          KeyCount.newBuilder()
              .setCategoryValue(count.category().number())
              .setGeneration(count.generation())
              .setDataKeys(count.dataKeys())
              .setRetiring(count.retiring()));
    }
    return answer.build();
  }
}
