package health.lifelong.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.Principal;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each guard has a token that only it refuses. */
class TokenGateTest {
  private static final long NOW = System.currentTimeMillis() / 1000;
  private static final TokenGate GATE = new TokenGate(900);

  @Test
  void aGoodTokenOfAPersonPassesUnchanged() {
    SecurityIdentity identity = identity(TestToken.person());
    assertThat(through(identity)).isSameAs(identity);
  }

  @Test
  void aServicesOwnKeyMaySpeakForThatService() {
    SecurityIdentity identity = identity(TestToken.service("ingestion-service"));
    assertThat(through(identity)).isSameAs(identity);
  }

  @Test
  void whoComesWithoutATokenIsLeftToTheRoles() {
    SecurityIdentity identity = identity(new QuarkusPrincipal(""));
    assertThat(through(identity)).isSameAs(identity);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"users\"}",
        "{\"alg\":\"ES256\",\"kid\":\"users\"}",
        "{\"typ\":7}",
        "not json"
      })
  void onlyAccessTokensPass(String header) {
    refused(TestToken.person().headed(header), "not an access token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "jti", "azp"})
  void whoAndWhichAndThroughWhatMustBeTold(String claim) {
    refused(TestToken.person().with(claim, null), "missing");
  }

  @Test
  void aTokenOfTheFutureIsRefused() {
    refused(
        TestToken.person().with("iat", NOW + 3_600).with("exp", NOW + 3_900),
        "issued in the future");
  }

  @Test
  void clocksMayDifferALittle() {
    SecurityIdentity identity =
        identity(TestToken.person().with("iat", NOW + 15).with("exp", NOW + 315));
    assertThat(through(identity)).isSameAs(identity);
  }

  @Test
  void aTokenWithoutAnIssueTimeIsRefused() {
    refused(TestToken.person().with("iat", 0L), "issued in the future");
  }

  @Test
  void aLifeOfFifteenMinutesIsTheLongest() {
    SecurityIdentity identity =
        identity(TestToken.person().with("iat", NOW).with("exp", NOW + 900));
    assertThat(through(identity)).isSameAs(identity);
    refused(TestToken.person().with("iat", NOW).with("exp", NOW + 901), "lives too long");
  }

  @Test
  void aServicesKeyMayNotSpeakForAPerson() {
    refused(
        TestToken.service("ingestion-service")
            .with("sub", "p-1")
            .with("groups", Set.of(Roles.PERSON)),
        "this key may not speak for that role");
  }

  @Test
  void theUsersKeyMayNotSpeakForAService() {
    refused(
        TestToken.person().with("groups", Set.of(Roles.SERVICE)),
        "this key may not speak for that role");
  }

  @Test
  void aServicesKeyMayNotSpeakForAnotherService() {
    refused(
        TestToken.service("ingestion-service").with("sub", "profile-service"),
        "this key may not speak for that service");
  }

  private static void refused(TestToken token, String why) {
    assertThatThrownBy(() -> through(identity(token)))
        .isInstanceOf(AuthenticationFailedException.class)
        .hasMessageContaining(why);
  }

  private static SecurityIdentity through(SecurityIdentity identity) {
    return GATE.augment(identity, TokenGateTest::blocking).await().indefinitely();
  }

  private static io.smallrye.mutiny.Uni<SecurityIdentity> blocking(
      Supplier<SecurityIdentity> work) {
    return io.smallrye.mutiny.Uni.createFrom().item(work);
  }

  private static SecurityIdentity identity(Principal principal) {
    return QuarkusSecurityIdentity.builder().setPrincipal(principal).build();
  }
}
