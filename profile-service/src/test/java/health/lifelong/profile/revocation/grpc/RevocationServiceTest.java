package health.lifelong.profile.revocation.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.ListConsentDecisionsRequest;
import health.lifelong.profile.v1.ListRevocationsRequest;
import health.lifelong.profile.v1.Revocation;
import health.lifelong.profile.v1.Revocation.Kind;
import health.lifelong.profile.v1.RevokeRequest;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Revocations over gRPC, from the database, within five seconds. */
@QuarkusTest
class RevocationServiceTest extends ServiceTest {
  private @Nullable ErrorReason asked(String token, String person) {
    try {
      profile
          .persons(token)
          .listConsentDecisions(
              ListConsentDecisionsRequest.newBuilder().setPersonId(person).build());
      return null;
    } catch (StatusRuntimeException refused) {
      return reason(refused);
    }
  }

  @Test
  void whatAPersonEndsHoldsNoLongerWithinFiveSeconds() throws InterruptedException {
    String person = UUID.randomUUID().toString();
    String token = Tokens.person(person);
    ErrorReason before = asked(token, person);
    profile
        .revocations(token)
        .revoke(RevokeRequest.newBuilder().setKind(Kind.KIND_PERSON).setValue(person).build());
    Instant from = Instant.now();
    while (asked(token, person) == before
        && Duration.between(from, Instant.now()).toSeconds() < 10) {
      Thread.sleep(50);
    }
    assertThat(asked(token, person)).isEqualTo(ErrorReason.ERROR_REASON_TOKEN_REJECTED);
    assertThat(Duration.between(from, Instant.now())).isLessThan(Duration.ofSeconds(5));
    String other = UUID.randomUUID().toString();
    assertThat(asked(Tokens.person(other), other)).isEqualTo(before);
  }

  @Test
  void anOperatorEndsAnythingAndEveryJobReadsTheList() {
    String client = "client-" + UUID.randomUUID();
    for (int twice = 0; twice < 2; twice++) {
      profile
          .revocations(Tokens.operator())
          .revoke(RevokeRequest.newBuilder().setKind(Kind.KIND_CLIENT).setValue(client).build());
    }
    List<Revocation> list =
        profile
            .revocations(Tokens.analytics())
            .listRevocations(ListRevocationsRequest.getDefaultInstance())
            .getRevocationsList();
    assertThat(list.stream().filter(one -> one.getValue().equals(client))).hasSize(1);
  }

  @Test
  void nobodyEndsWhatIsNotTheirsAndNobodyElseReadsTheList() {
    String person = UUID.randomUUID().toString();
    RevokeRequest foreign =
        RevokeRequest.newBuilder()
            .setKind(Kind.KIND_PERSON)
            .setValue(UUID.randomUUID().toString())
            .build();
    RevokeRequest client =
        RevokeRequest.newBuilder().setKind(Kind.KIND_CLIENT).setValue("app").build();
    assertThat(
            reason(
                catchThrowable(() -> profile.revocations(Tokens.person(person)).revoke(foreign))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(
            reason(catchThrowable(() -> profile.revocations(Tokens.person(person)).revoke(client))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(
            reason(
                catchThrowable(() -> profile.revocations(Tokens.centre("seoul")).revoke(client))))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
    assertThat(
            reason(
                catchThrowable(
                    () ->
                        profile
                            .revocations(Tokens.person(person))
                            .listRevocations(ListRevocationsRequest.getDefaultInstance()))))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
    assertThat(
            reason(
                catchThrowable(
                    () ->
                        profile
                            .revocations(Tokens.operator())
                            .revoke(RevokeRequest.newBuilder().setValue("x").build()))))
        .isEqualTo(ErrorReason.ERROR_REASON_ARGUMENT_INVALID);
  }
}
