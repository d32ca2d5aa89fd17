package health.lifelong.platform.token;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.platform.token.AccessToken.Binding;
import health.lifelong.testing.TokenCases;
import health.lifelong.testing.TokenCases.Case;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of claim_cases.jsonl at the gate without any framework. */
class ClaimCasesTest {
  private static final TokenVerifier VERIFIER =
      new TokenVerifier(
          Map.of(
              TokenCases.ISSUER, issuer(TokenCases.ISSUER, TokenCases.realmKeys()),
              TokenCases.CENTRE_ISSUER, issuer(TokenCases.CENTRE_ISSUER, TokenCases.centreKeys())),
          Clock.systemUTC());
  private static final Operations OPERATIONS = Operations.load();

  private static TokenVerifier.Issuer issuer(String name, String jwks) {
    KeyRing keys =
        new KeyRing(
            "RS256",
            () -> jwks,
            problem -> {
              throw new AssertionError(problem);
            },
            Clock.systemUTC());
    keys.reload();
    return new TokenVerifier.Issuer(
        "RS256", keys, new ClaimRules(name, Set.of(TokenCases.AUDIENCE), 300));
  }

  @TestFactory
  Stream<DynamicTest> everyCaseIsAnsweredAsItsFileSays() {
    List<Case> cases = TokenCases.all();
    return cases.stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.id(),
                    () -> assertThat(answer(one)).isEqualTo(one.http() + " " + one.error())));
  }

  private static String answer(Case one) {
    return switch (Wire.of(TokenCases.sent(one).authorization())) {
      case Wire.Absent absent -> "401 invalid_token";
      case Wire.Malformed malformed -> "401 invalid_token";
      case Wire.Several several -> "400 malformed";
      case Wire.TooLarge large -> "431 too_large";
      case Wire.Present present -> verdict(present.token(), one.resource());
    };
  }

  private static String verdict(CompactToken sent, String resource) {
    AccessToken token;
    try {
      token = VERIFIER.verify(sent, Revocations.NONE);
    } catch (TokenRefused refused) {
      return "401 invalid_token";
    }
    if (!(token.binding() instanceof Binding.Free)) {
      return "401 invalid_token";
    }
    String operation = resource.equals("genetic") ? "GET /v1/me/genomes" : "GET /v1/me/record";
    return switch (OPERATIONS.enter(operation, token, System.currentTimeMillis() / 1000)) {
      case Operations.Entry.Open open -> "200 ";
      case Operations.Entry.StepUp stepUp -> "401 insufficient_user_authentication";
      case Operations.Entry.Refused refused -> "403 insufficient_scope";
      case Operations.Entry.Foreign foreign -> "404 not_found";
    };
  }
}
