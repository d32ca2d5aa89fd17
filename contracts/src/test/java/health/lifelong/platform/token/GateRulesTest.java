package health.lifelong.platform.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.platform.token.AccessToken.Binding;
import health.lifelong.platform.token.Revocation.Kind;
import health.lifelong.testing.TokenCases;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each guard has an input that only it refuses, and one beside it that passes. */
class GateRulesTest {
  private static final long NOW = System.currentTimeMillis() / 1000;
  private static final ClaimRules RULES =
      new ClaimRules(TokenCases.ISSUER, Set.of(TokenCases.AUDIENCE), 300);

  private static AccessToken check(Map<String, Object> claims) {
    CompactToken token = CompactToken.of(TokenCases.good("realm", claims));
    return RULES.check(token, TokenHeader.of(token), NOW);
  }

  private static void refused(Map<String, Object> claims, String why) {
    assertThatThrownBy(() -> check(claims))
        .isInstanceOf(TokenRefused.class)
        .hasMessageContaining(why);
  }

  @Test
  void aGoodTokenSaysWhoItIs() {
    AccessToken token = check(Map.of("sid", "s-1"));
    assertThat(token.subject()).isEqualTo(TokenCases.PERSON);
    assertThat(token.session()).isEqualTo("s-1");
    assertThat(token.client()).isEqualTo("app");
    assertThat(token.binding()).isEqualTo(new Binding.Free());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "jti", "azp", "iat", "exp", "iss"})
  void everyNeededClaimIsNeeded(String claim) {
    refused(Map.of(claim, "@OMIT"), claim);
  }

  @Test
  void aClaimOfAnotherTypeIsRefused() {
    for (String claim : List.of("sub", "jti", "azp", "sid", "client_id", "patient", "centre")) {
      refused(Map.of(claim, 7L), claim);
      refused(Map.of(claim, "a\u0000b"), claim);
      refused(Map.of(claim, " "), claim);
    }
    for (String claim : List.of("iat", "exp", "nbf")) {
      refused(Map.of(claim, "1"), claim);
      refused(Map.of(claim, 1.5), claim);
    }
    refused(Map.of("groups", Map.of()), "groups");
    refused(Map.of("act", "x"), "act");
    refused(Map.of("cnf", "x"), "cnf");
  }

  @Test
  void aLifeEndsAtTheSettingAndTheSettingAtTheCap() {
    assertThat(check(Map.of("iat", NOW, "exp", NOW + 300))).isNotNull();
    refused(Map.of("iat", NOW, "exp", NOW + 301), "lives too long");
    assertThat(new ClaimRules("i", Set.of("a"), 100_000).longestLife()).isEqualTo(900);
  }

  @Test
  void clocksMayDifferByHalfAMinute() {
    assertThat(check(Map.of("iat", NOW + 30, "exp", NOW + 330))).isNotNull();
    refused(Map.of("iat", NOW + 31, "exp", NOW + 331), "future");
    assertThat(check(Map.of("iat", NOW - 300, "exp", NOW - 29))).isNotNull();
    refused(Map.of("iat", NOW - 300, "exp", NOW - 30), "expired");
    assertThat(check(Map.of("nbf", NOW + 30))).isNotNull();
    refused(Map.of("nbf", NOW + 31), "not valid yet");
    refused(Map.of("iat", NOW, "exp", NOW - 5), "expired");
  }

  @Test
  void aProxyNamesItsActorAndNobodyElseDoes() {
    Map<String, Object> act = Map.of("sub", "guardian-1");
    assertThat(check(Map.of("groups", List.of("proxy"), "act", act)).actor())
        .isEqualTo("guardian-1");
    refused(Map.of("act", act), "proxy");
    refused(Map.of("groups", List.of("proxy")), "proxy");
    refused(Map.of("groups", List.of("proxy"), "act", Map.of()), "sub");
  }

  @Test
  void aJobsKeySpeaksForItsJobAlone() {
    refused(Map.of("groups", List.of("service")), "may not speak for that role");
    CompactToken job =
        CompactToken.of(
            TokenCases.good("service-x", Map.of("groups", List.of("service"), "sub", "x")));
    assertThat(RULES.check(job, TokenHeader.of(job), NOW).subject()).isEqualTo("x");
    CompactToken other =
        CompactToken.of(
            TokenCases.good("service-x", Map.of("groups", List.of("service"), "sub", "y")));
    assertThatThrownBy(() -> RULES.check(other, TokenHeader.of(other), NOW))
        .hasMessageContaining("that job");
    CompactToken person = CompactToken.of(TokenCases.good("service-x", Map.of()));
    assertThatThrownBy(() -> RULES.check(person, TokenHeader.of(person), NOW))
        .hasMessageContaining("that role");
  }

  @Test
  void aBindingIsKnownOrUnknownNeverIgnored() {
    assertThat(check(Map.of("cnf", Map.of("x5t#S256", "abc"))).binding())
        .isEqualTo(new Binding.Certificate("abc"));
    assertThat(check(Map.of("cnf", Map.of("jkt", "abc"))).binding())
        .isEqualTo(new Binding.Unknown());
    assertThat(check(Map.of("cnf", Map.of("x5t#S256", "abc", "jkt", "d"))).binding())
        .isEqualTo(new Binding.Unknown());
    assertThat(check(Map.of("cnf", Map.of())).binding()).isEqualTo(new Binding.Unknown());
  }

  @Test
  void aRevocationCoversWhatWasIssuedBeforeIt() {
    AccessToken token = check(Map.of("sid", "s-1"));
    for (Revocation one :
        List.of(
            new Revocation(Kind.TOKEN, token.id(), Instant.EPOCH),
            new Revocation(Kind.SESSION, "s-1", Instant.ofEpochSecond(NOW)),
            new Revocation(Kind.PERSON, TokenCases.PERSON, Instant.ofEpochSecond(NOW)),
            new Revocation(Kind.CLIENT, "app", Instant.ofEpochSecond(NOW)))) {
      assertThat(Revocations.of(List.of(one)).cover(token)).as(one.toString()).isTrue();
    }
    for (Revocation one :
        List.of(
            new Revocation(Kind.TOKEN, "other", Instant.ofEpochSecond(NOW)),
            new Revocation(Kind.SESSION, "app", Instant.ofEpochSecond(NOW)),
            new Revocation(Kind.PERSON, TokenCases.PERSON, Instant.ofEpochSecond(NOW - 60)),
            new Revocation(Kind.CLIENT, "other", Instant.ofEpochSecond(NOW)))) {
      assertThat(Revocations.of(List.of(one)).cover(token)).as(one.toString()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "patient/Observation.rs, patient/Observation.rs, true",
    "patient/*.cruds, patient/Observation.rs, true",
    "patient/Observation.read, patient/Observation.rs, true",
    "patient/Observation.*, patient/Observation.cruds, true",
    "patient/Observation.write, patient/Observation.cud, true",
    "patient/Observation.r, patient/Observation.rs, false",
    "patient/Observation.sr, patient/Observation.r, false",
    "patient/Observation., patient/Observation.r, false",
    "user/*.cruds, patient/Observation.r, false",
    "patient/Patient.rs, patient/Observation.rs, false",
    "PATIENT/Observation.rs, patient/Observation.rs, false",
    "patient/Observation.rs?category=x, patient/Observation.rs, false",
    "patient/observation.rs, patient/Observation.rs, false",
    "patient/Observation.RS, patient/Observation.rs, false",
    "launch/patient, patient/Observation.rs, false"
  })
  void aScopeGrantsWhatItSaysAndNoMore(String granted, String asked, boolean covers) {
    Scope needed = Scope.of(asked).orElseThrow();
    assertThat(Scope.granted("openid  " + granted).stream().anyMatch(s -> s.covers(needed)))
        .isEqualTo(covers);
  }

  @Test
  void onlyAStrongAndRecentSignInIsHigh() {
    assertThat(Strength.isHigh(Map.of("acr", "2", "auth_time", NOW - 900), NOW)).isTrue();
    assertThat(Strength.isHigh(Map.of("acr", "3", "auth_time", NOW), NOW)).isTrue();
    List<Map<String, Object>> low =
        List.of(
            Map.of("acr", "1", "auth_time", NOW),
            Map.of("acr", "2", "auth_time", NOW - 901),
            Map.of("acr", "2", "auth_time", NOW + 31),
            Map.of("acr", "2"),
            Map.of("acr", 2L, "auth_time", NOW),
            Map.of("acr", "gold", "auth_time", NOW),
            Map.of("auth_time", NOW));
    assertThat(low).noneMatch(claims -> Strength.isHigh(new HashMap<>(claims), NOW));
  }

  @Test
  void theWireTakesOneSpellingOfOneToken() {
    String good = TokenCases.good("realm");
    assertThat(Wire.of(List.of("Bearer " + good))).isInstanceOf(Wire.Present.class);
    assertThat(Wire.of(List.of("bEARER " + good))).isInstanceOf(Wire.Present.class);
    assertThat(Wire.of(List.of())).isEqualTo(new Wire.Absent());
    assertThat(Wire.of(List.of("Bearer " + good, "Bearer " + good))).isEqualTo(new Wire.Several());
    String long8k = good.replaceFirst("\\.[^.]+\\.", "." + "A".repeat(8_192) + ".");
    assertThat(Wire.of(List.of("Bearer " + long8k))).isEqualTo(new Wire.TooLarge());
    for (String bad :
        List.of(
            "Basic abc",
            "Bearer",
            "Bearer ",
            "Bearer  " + good,
            "Bearer\t" + good,
            good,
            "Bearer " + good + " ",
            "Bearer " + good + ".",
            "Bearer a.b",
            "Bearer ..",
            "Bearer " + good.replaceFirst("\\.", ".\u0000"),
            "Bearer " + good.substring(0, good.lastIndexOf('.') + 1),
            "")) {
      assertThat(Wire.of(List.of(bad))).as(bad).isEqualTo(new Wire.Malformed());
    }
  }

  @Test
  void unusedBitsThatAreNotZeroAreAnotherSpelling() {
    assertThatThrownBy(() -> CompactToken.of("YQ.YR.YQ")).hasMessageContaining("unused bits");
    assertThat(CompactToken.of("YQ.YQ.YQ").header()).hasSize(1);
  }

  @Test
  void aModulusOfTheBrokenLibraryIsKnownByItsRemainders() {
    BigInteger product = BigInteger.ONE;
    for (BigInteger prime = BigInteger.valueOf(3);
        prime.intValue() <= 167;
        prime = prime.nextProbablePrime()) {
      product = product.multiply(prime);
    }
    BigInteger weak = BigInteger.valueOf(65_537).pow(5).mod(product);
    assertThat(KeyHygiene.isRoca(weak)).isTrue();
    assertThat(KeyHygiene.isRoca(weak.add(BigInteger.ONE))).isFalse();
  }

  @Test
  void anOperationWithoutARowIsShutAndTwoRolesAreNone() {
    Operations operations = Operations.load();
    AccessToken person = check(Map.of());
    assertThat(operations.enter("GET /v1/nothing", person, NOW))
        .isEqualTo(new Operations.Entry.Refused());
    assertThat(operations.enter("GET /v1/me/record", person, NOW))
        .isInstanceOf(Operations.Entry.Open.class);
    AccessToken two = check(Map.of("groups", List.of("person", "operator")));
    assertThat(operations.enter("GET /v1/me/record", two, NOW))
        .isEqualTo(new Operations.Entry.Refused());
    AccessToken extra = check(Map.of("groups", List.of("person", "offline_access")));
    assertThat(operations.enter("GET /v1/me/record", extra, NOW))
        .isInstanceOf(Operations.Entry.Open.class);
  }
}
