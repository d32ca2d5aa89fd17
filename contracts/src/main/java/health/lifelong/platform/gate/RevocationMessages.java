package health.lifelong.platform.gate;

import com.google.protobuf.Timestamp;
import health.lifelong.platform.token.Revocation;
import health.lifelong.platform.token.Revocation.Kind;
import health.lifelong.profile.v1.ListRevocationsResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Revocations in the words of the contract. */
public final class RevocationMessages {
  private RevocationMessages() {}

  /** The list as profile-service answers it. */
  public static List<Revocation> read(ListRevocationsResponse response) {
    return response.getRevocationsList().stream()
        .flatMap(
            one ->
                kind(one.getKind())
                    .map(
                        kind -> new Revocation(kind, one.getValue(), instant(one.getRevokedTime())))
                    .stream())
        .toList();
  }

  /** A kind; empty for one that this version does not know. */
  public static Optional<Kind> kind(health.lifelong.profile.v1.Revocation.Kind kind) {
    return switch (kind) {
      case KIND_TOKEN -> Optional.of(Kind.TOKEN);
      case KIND_SESSION -> Optional.of(Kind.SESSION);
      case KIND_PERSON -> Optional.of(Kind.PERSON);
      case KIND_CLIENT -> Optional.of(Kind.CLIENT);
      case KIND_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
    };
  }

  /** One revocation as it is answered. */
  public static health.lifelong.profile.v1.Revocation message(Revocation one) {
    health.lifelong.profile.v1.Revocation.Kind kind =
        switch (one.kind()) {
          case TOKEN -> health.lifelong.profile.v1.Revocation.Kind.KIND_TOKEN;
          case SESSION -> health.lifelong.profile.v1.Revocation.Kind.KIND_SESSION;
          case PERSON -> health.lifelong.profile.v1.Revocation.Kind.KIND_PERSON;
          case CLIENT -> health.lifelong.profile.v1.Revocation.Kind.KIND_CLIENT;
        };
    return health.lifelong.profile.v1.Revocation.newBuilder()
        .setKind(kind)
        .setValue(one.value())
        .setRevokedTime(
            Timestamp.newBuilder()
                .setSeconds(one.at().getEpochSecond())
                .setNanos(one.at().getNano()))
        .build();
  }

  private static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }
}
