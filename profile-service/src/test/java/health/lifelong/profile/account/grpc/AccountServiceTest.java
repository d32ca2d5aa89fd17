package health.lifelong.profile.account.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.profile.kit.Entries;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.AccessEvent;
import health.lifelong.profile.v1.IssueAccountCodeRequest;
import health.lifelong.profile.v1.LinkVerifiedAccountRequest;
import health.lifelong.profile.v1.ListAccessEventsRequest;
import health.lifelong.profile.v1.ListConsentDecisionsRequest;
import health.lifelong.profile.v1.RedeemAccountCodeRequest;
import health.lifelong.profile.v1.ReportWrongLinkRequest;
import health.lifelong.profile.v1.ResolveAccountRequest;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From a centre's code to the person's record, and every way in which it must not be. */
@QuarkusTest
class AccountServiceTest extends ServiceTest {
  private static final String BIRTH = "1980-02-29";

  private final String account = UUID.randomUUID().toString();

  private String person(String centre) {
    return profile
        .write(
            Entries.entry(
                Entries.person(centre, Entries.chart("A-" + UUID.randomUUID())),
                Entries.visit(UUID.randomUUID().toString(), Entries.value("HGB", "14", "g/dL"))))
        .getPersonId();
  }

  private String code(String centre, String person) {
    return profile
        .accounts(Tokens.centre(centre))
        .issueAccountCode(
            IssueAccountCodeRequest.newBuilder().setCentre(centre).setPersonId(person).build())
        .getCode();
  }

  private String token() {
    return Tokens.account(account, Map.of());
  }

  private void redeem(String token, String code, String birthDate) {
    var unused =
        profile
            .accounts(token)
            .redeemAccountCode(
                RedeemAccountCodeRequest.newBuilder()
                    .setCode(code)
                    .setBirthDate(birthDate)
                    .build());
  }

  private @Nullable ErrorReason redeeming(String token, String code, String birthDate) {
    return refusal(() -> redeem(token, code, birthDate));
  }

  private static @Nullable ErrorReason refusal(Runnable call) {
    try {
      call.run();
      return null;
    } catch (StatusRuntimeException refused) {
      return reason(refused);
    }
  }

  private @Nullable ErrorReason looking(String token, String person) {
    return refusal(
        () ->
            profile
                .persons(token)
                .listConsentDecisions(
                    ListConsentDecisionsRequest.newBuilder().setPersonId(person).build()));
  }

  private List<AccessEvent> looks(String person) {
    return profile
        .persons(Tokens.person(person))
        .listAccessEvents(
            ListAccessEventsRequest.newBuilder().setPersonId(person).setPageSize(50).build())
        .getEventsList();
  }

  @Test
  void aCodeAndTheBirthDateOpenThePersonsRecordAndNobodyElses() {
    String person = person("seoul");
    assertThat(looking(token(), person)).isEqualTo(ErrorReason.ERROR_REASON_ACCOUNT_NOT_LINKED);
    redeem(token(), code("seoul", person), BIRTH);
    assertThat(looking(token(), person)).isNull();
    assertThat(looking(token(), person("seoul"))).isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(looks(person))
        .extracting(AccessEvent::getAction)
        .contains("account.code", "account.link");
    assertThat(
            profile
                .accounts(Tokens.analytics())
                .resolveAccount(
                    ResolveAccountRequest.newBuilder()
                        .setIssuer(Tokens.ACCOUNTS)
                        .setSubject(account)
                        .build())
                .getPersonId())
        .isEqualTo(person);
  }

  @Test
  void anAccountNamedLikeAPersonIsNotThatPerson() {
    String person = person("seoul");
    assertThat(looking(Tokens.account(person, Map.of()), person))
        .isEqualTo(ErrorReason.ERROR_REASON_ACCOUNT_NOT_LINKED);
  }

  @Test
  void aCodeWorksOnce() {
    String person = person("seoul");
    String code = code("seoul", person);
    redeem(token(), code, BIRTH);
    assertThat(redeeming(Tokens.account(UUID.randomUUID().toString(), Map.of()), code, BIRTH))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void whateverIsWrongIsAnsweredAlikeAndThePersonSeesTheTry() {
    String person = person("seoul");
    String code = code("seoul", person);
    assertThat(redeeming(token(), code, "1981-02-28"))
        .isEqualTo(redeeming(token(), "00000-00000", BIRTH))
        .isEqualTo(redeeming(token(), "no code", BIRTH))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(looks(person))
        .anySatisfy(
            look -> {
              assertThat(look.getDecision()).isEqualTo("deny");
              assertThat(look.getRule()).isEqualTo("code:birth_date");
            });
  }

  @Test
  void aCodeDiesAfterThreeWrongBirthDates() {
    String code = code("seoul", person("seoul"));
    for (int i = 0; i < 3; i++) {
      assertThat(
              redeeming(Tokens.account(UUID.randomUUID().toString(), Map.of()), code, "1999-01-01"))
          .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    }
    assertThat(redeeming(token(), code, BIRTH)).isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void anAccountHasFiveTries() {
    for (int i = 0; i < 5; i++) {
      assertThat(redeeming(token(), "00000-0000" + i, BIRTH))
          .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    }
    assertThat(redeeming(token(), code("seoul", person("seoul")), BIRTH))
        .isEqualTo(ErrorReason.ERROR_REASON_RATE_LIMITED);
  }

  @Test
  void anExpiredCodeIsNone() {
    String person = person("seoul");
    String code = code("seoul", person);
    query(
        "UPDATE account_code SET expires_at = now() - interval '1 second' WHERE person_id = $1",
        row -> row,
        UUID.fromString(person));
    assertThat(redeeming(token(), code, BIRTH)).isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void aCodeIsNotKeptInClear() {
    String code = code("seoul", person("seoul")).replace("-", "");
    assertThat(query("SELECT a::text AS row FROM account_code a", row -> row.getString("row")))
        .isNotEmpty()
        .noneMatch(row -> row.contains(code));
  }

  @Test
  void redeemingNeedsASecondFactor() {
    String weak = Tokens.account(account, Map.of("acr", "1"));
    assertThat(redeeming(weak, code("seoul", person("seoul")), BIRTH))
        .isEqualTo(ErrorReason.ERROR_REASON_STEP_UP_NEEDED);
  }

  @Test
  void aCentreHasCodesForItsOwnPersonsOnlyAndLearnsOfNoOther() {
    String busan = person("busan");
    assertThat(refusal(() -> code("seoul", busan)))
        .isEqualTo(refusal(() -> code("seoul", UUID.randomUUID().toString())))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(
            refusal(
                () ->
                    profile
                        .accounts(Tokens.centre("seoul"))
                        .issueAccountCode(
                            IssueAccountCodeRequest.newBuilder()
                                .setCentre("busan")
                                .setPersonId(busan)
                                .build())))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void aNewCodeForThePersonEndsTheAccountBefore() {
    String person = person("seoul");
    redeem(token(), code("seoul", person), BIRTH);
    String other = Tokens.account(UUID.randomUUID().toString(), Map.of());
    redeem(other, code("seoul", person), BIRTH);
    assertThat(looking(other, person)).isNull();
    assertThat(looking(token(), person)).isNotNull();
  }

  @Test
  void aWrongLinkThatThePersonReportsEndsAccessAtOnceAndStaysInTheHistory() {
    String person = person("seoul");
    redeem(token(), code("seoul", person), BIRTH);
    report(token(), person, "");
    assertThat(looking(token(), person)).isNotNull();
    assertThat(
            query(
                "SELECT end_reason FROM account_link WHERE person_id = $1",
                row -> row.getString("end_reason"),
                UUID.fromString(person)))
        .containsExactly("wrong");
    assertThat(looks(person)).extracting(AccessEvent::getAction).contains("account.wrong_link");
  }

  @Test
  void aCentreReportsAWrongLinkOfItsOwnPersonsOnly() {
    String person = person("seoul");
    redeem(token(), code("seoul", person), BIRTH);
    assertThat(refusal(() -> report(Tokens.centre("busan"), person, "busan")))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(looking(token(), person)).isNull();
    assertThatCode(() -> report(Tokens.centre("seoul"), person, "seoul"))
        .doesNotThrowAnyException();
    assertThat(looking(token(), person)).isNotNull();
    assertThat(refusal(() -> report(Tokens.person(person), person("seoul"), "")))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  private void report(String token, String person, String centre) {
    var unused =
        profile
            .accounts(token)
            .reportWrongLink(
                ReportWrongLinkRequest.newBuilder().setPersonId(person).setCentre(centre).build());
  }

  @Test
  void anIdentityThatTheProviderVerifiedLinksTheOnePersonWhoHasIt() {
    String member = "M-" + UUID.randomUUID();
    String person =
        profile
            .write(
                Entries.entry(
                    Entries.person("seoul", Entries.member(member)),
                    Entries.visit(
                        UUID.randomUUID().toString(), Entries.value("HGB", "14", "g/dL"))))
            .getPersonId();
    String verified = Tokens.account(account, Map.of("verified_member_number", member));
    var unused =
        profile
            .accounts(verified)
            .linkVerifiedAccount(LinkVerifiedAccountRequest.getDefaultInstance());
    assertThat(looking(token(), person)).isNull();
  }

  @Test
  void anIdentityThatNamesNobodyOrIsNotVerifiedLinksNothing() {
    for (Map<String, Object> claims :
        List.<Map<String, Object>>of(
            Map.of(), Map.of("verified_member_number", "M-" + UUID.randomUUID()))) {
      String token = Tokens.account(UUID.randomUUID().toString(), claims);
      assertThat(
              refusal(
                  () ->
                      profile
                          .accounts(token)
                          .linkVerifiedAccount(LinkVerifiedAccountRequest.getDefaultInstance())))
          .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    }
  }
}
