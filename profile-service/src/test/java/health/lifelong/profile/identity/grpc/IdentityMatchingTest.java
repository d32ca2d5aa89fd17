package health.lifelong.profile.identity.grpc;

import static health.lifelong.profile.kit.Entries.entry;
import static health.lifelong.profile.kit.Entries.value;
import static health.lifelong.profile.kit.Entries.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.common.v1.Purpose;
import health.lifelong.common.v1.SexAtBirth;
import health.lifelong.profile.erasure.app.ErasureLedger;
import health.lifelong.profile.erasure.app.ErasureReplay;
import health.lifelong.profile.identity.app.IdentityMatchingJob;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.CheckupView;
import health.lifelong.profile.v1.ConsentDecision.Decision;
import health.lifelong.profile.v1.DecideIdentityMatchRequest;
import health.lifelong.profile.v1.ErasePersonRequest;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.Identifier;
import health.lifelong.profile.v1.IdentityMatch;
import health.lifelong.profile.v1.IdentityMatchState;
import health.lifelong.profile.v1.ListIdentityMatchesRequest;
import health.lifelong.profile.v1.PersonReference;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Matching, linking and taking a link back, on a real database. */
@QuarkusTest
class IdentityMatchingTest extends ServiceTest {
  private static final String REASON = "papers of both centres were compared";

  @Inject IdentityMatchingJob job;
  @Inject ErasureLedger ledger;
  @Inject ErasureReplay replay;

  // A person of no other test: the name and the date are drawn.
  private final String given = syllable() + syllable();
  private final String born = "19%02d-%02d-%02d".formatted(draw(40, 99), draw(1, 12), draw(13, 28));
  private final String phone = "010-%04d-%04d".formatted(draw(2000, 9999), draw(0, 9999));

  private static int draw(int from, int to) {
    return ThreadLocalRandom.current().nextInt(from, to + 1);
  }

  private static String syllable() {
    return Character.toString(0xAC00 + draw(0, 11_171));
  }

  @Test
  void theSamePersonAtTwoCentresIsReadAsOneAfterTheJobRan() {
    String seoul = deliver(told("seoul", "김" + given), "ALT", "21");
    String busan = deliver(told("busan", "김 " + given), "AST", "33");

    assertThat(busan).isNotEqualTo(seoul);
    assertThat(items(profile.own(seoul))).containsExactly("ALT");

    round();

    assertThat(items(profile.own(seoul))).containsExactlyInAnyOrder("ALT", "AST");
    assertThat(items(profile.own(busan))).containsExactlyInAnyOrder("ALT", "AST");
    assertThat(match(seoul, busan).getState())
        .isEqualTo(IdentityMatchState.IDENTITY_MATCH_STATE_LINKED);
  }

  @Test
  void whatIsDeliveredToOneMemberRaisesTheRevisionOfAll() {
    String seoul = deliver(told("seoul", "김" + given), "ALT", "21");
    String busan = deliver(told("busan", "김" + given), "AST", "33");
    round();
    long before = profile.own(seoul).getRevision();

    deliver(PersonReference.newBuilder().setCentre("busan").setPersonId(busan).build(), "GGT", "9");

    assertThat(profile.own(seoul).getRevision()).isGreaterThan(before);
    assertThat(feed(seoul)).hasSizeGreaterThan(2);
  }

  @Test
  void twinsAreNeverLinkedByThemselves() {
    String one = deliver(told("seoul", "김서준"), "ALT", "21");
    String other = deliver(told("busan", "김하린"), "ALT", "33");

    round();

    assertThat(items(profile.own(one))).hasSize(1);
    assertThat(state(one, other)).isNotEqualTo(Optional.of(2));
  }

  @Test
  void twinsWhoseNamesAreAJamoApartAreLookedAt() {
    deliver(told("daegu", "박하윤").toBuilder().setBirthDate("1931-01-02").build(), "ALT", "1");
    deliver(told("daegu", "박하율").toBuilder().setBirthDate("1932-03-04").build(), "ALT", "1");
    String one = deliver(told("seoul", "김하윤"), "ALT", "21");
    String other = deliver(told("busan", "김하율"), "ALT", "33");

    round();

    assertThat(state(one, other)).contains(1);
  }

  @Test
  void aProvisionalPersonIsNotMatched() {
    String one = deliver(told("seoul", "김" + given), "ALT", "21");
    String other =
        deliver(told("busan", "김" + given).toBuilder().setProvisional(true).build(), "AST", "33");

    round();

    assertThat(state(one, other)).isEmpty();
  }

  @Test
  void anOperatorTakesALinkBackAndBothRecordsAreAsBefore() {
    String seoul = deliver(told("seoul", "김" + given), "ALT", "21");
    String busan = deliver(told("busan", "김" + given), "AST", "33");
    GetRecordResponse seoulBefore = profile.own(seoul);
    GetRecordResponse busanBefore = profile.own(busan);
    round();

    IdentityMatch match = match(seoul, busan);
    decide(match, IdentityMatchState.IDENTITY_MATCH_STATE_SEPARATE);

    assertThat(timeline(profile.own(seoul))).isEqualTo(timeline(seoulBefore));
    assertThat(timeline(profile.own(busan))).isEqualTo(timeline(busanBefore));
    assertThat(profile.own(seoul).getRevision()).isGreaterThan(seoulBefore.getRevision());
    assertThat(match(seoul, busan).getDecisionsList())
        .extracting(decision -> decision.getActorRole())
        .containsExactly("service", "operator");

    deliver(told("seoul", "김 " + given).toBuilder().setPersonId(seoul).build(), "GGT", "9");
    round();
    assertThat(items(profile.own(busan))).containsExactly("AST");
  }

  @Test
  void ofThreeRecordsTheLinkTakenBackPartsWhatItJoined() {
    String a = deliver(told("seoul", "김" + given), "ALT", "21");
    round();
    String b = deliver(told("busan", "김" + given), "AST", "22");
    round();
    String c = deliver(told("daegu", "김" + given), "GGT", "23");
    round();
    assertThat(items(profile.own(a))).hasSize(3);

    IdentityMatch first = match(a, b);
    decide(first, IdentityMatchState.IDENTITY_MATCH_STATE_SEPARATE);

    List<Integer> sizes = new ArrayList<>();
    for (String person : List.of(a, b, c)) {
      sizes.add(items(profile.own(person)).size());
    }
    assertThat(sizes).containsExactlyInAnyOrder(1, 2, 2);
  }

  @Test
  void whoIsErasedLeavesTheOthersAndNoMatchOfThemRemains() {
    List<String> three = new ArrayList<>();
    for (String centre : List.of("seoul", "busan", "daegu")) {
      three.add(deliver(told(centre, "김" + given), "ALT", "21"));
      round();
    }
    String middle = three.stream().filter(person -> links(person) == 2).findFirst().orElseThrow();
    List<String> others = three.stream().filter(person -> !person.equals(middle)).toList();
    long before = profile.own(others.getFirst()).getRevision();

    profile
        .rights(Tokens.person(middle))
        .erasePerson(ErasePersonRequest.newBuilder().setPersonId(middle).build());

    assertThat(reason(catchThrowable(() -> profile.own(middle))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    for (String other : others) {
      assertThat(items(profile.own(other))).containsExactly("ALT");
      assertThat(state(middle, other)).isEmpty();
    }
    assertThat(profile.own(others.getFirst()).getRevision()).isGreaterThan(before);
    for (String table : List.of("identity_event", "match_word", "match_due")) {
      assertThat(rows(table, middle)).as(table).isZero();
    }

    // The two that are left are still alike.
    round();
    assertThat(items(profile.own(others.getFirst()))).hasSize(2);
    assertThat(links(middle)).isZero();
  }

  @Test
  void aLinkedPersonIsReadAndWrittenToWhileAnotherRecordIsBeingErased() {
    String seoul = deliver(told("seoul", "김" + given), "ALT", "21");
    String busan = deliver(told("busan", "김" + given), "AST", "33");
    round();
    ledger.write(UUID.fromString(busan), List.of(), Map.of()).await().indefinitely();

    assertThat(items(profile.own(seoul))).containsExactly("ALT");
    deliver(PersonReference.newBuilder().setCentre("seoul").setPersonId(seoul).build(), "GGT", "9");
    assertThat(items(profile.own(seoul))).containsExactlyInAnyOrder("ALT", "GGT");
    assertThat(reason(catchThrowable(() -> profile.own(busan))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    round();

    replay.replay().await().indefinitely();
    assertThat(links(seoul)).isZero();
  }

  @Test
  void aCentreSeesItsOwnResultsOnlyAndNothingOfTheOther() {
    String seoul = deliver(told("seoul", "김" + given), "ALT", "21");
    String busan = deliver(told("busan", "김  " + given), "AST", "33");
    round();

    GetRecordResponse own =
        profile.read(Tokens.centre("seoul"), seoul, Purpose.PURPOSE_ORIGIN_CENTRE);

    assertThat(items(own)).containsExactly("ALT");
    assertThat(own.getPerson().getName()).isEqualTo("김" + given);
    Throwable foreign =
        catchThrowable(
            () -> profile.read(Tokens.centre("seoul"), busan, Purpose.PURPOSE_ORIGIN_CENTRE));
    assertThat(reason(foreign)).isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void theMostRestrictiveConsentHoldsUntilThePersonDecidesAnew() {
    String seoul = deliver(told("seoul", "김" + given), "ALT", "21");
    String busan = deliver(told("busan", "김" + given), "AST", "33");
    consent(seoul, Decision.DECISION_GRANT);
    consent(busan, Decision.DECISION_DENY);
    round();

    assertThat(items(managed(seoul))).isEmpty();
    consent(seoul, Decision.DECISION_GRANT);
    assertThat(items(managed(seoul))).hasSize(2);
    assertThat(items(managed(busan))).hasSize(2);

    decide(match(seoul, busan), IdentityMatchState.IDENTITY_MATCH_STATE_SEPARATE);
    assertThat(items(managed(seoul))).containsExactly("ALT");
    assertThat(items(managed(busan))).isEmpty();
  }

  @Test
  void aLookAtOnePersonIsRecordedWithEachMember() {
    String seoul = deliver(told("seoul", "김" + given), "ALT", "21");
    String busan = deliver(told("busan", "김" + given), "AST", "33");
    round();

    profile.own(seoul);

    assertThat(looks(busan)).isEqualTo(1);
  }

  @Test
  void twoDeliveriesAtOnceAreStillFoundToBeOnePerson() {
    CompletableFuture<String> seoul =
        CompletableFuture.supplyAsync(() -> deliver(told("seoul", "김" + given), "ALT", "21"));
    CompletableFuture<String> busan =
        CompletableFuture.supplyAsync(() -> deliver(told("busan", "김" + given), "AST", "33"));
    String one = seoul.join();
    String other = busan.join();

    CompletableFuture<Void> here = CompletableFuture.runAsync(this::round);
    CompletableFuture<Void> there = CompletableFuture.runAsync(this::round);
    CompletableFuture.allOf(here, there).join();

    assertThat(items(profile.own(one))).hasSize(2);
    assertThat(state(one, other)).contains(2);
  }

  @Test
  void onlyAnOperatorMayListAndDecideAndTriesAreRecorded() {
    long before = tries();
    for (String token :
        List.of(
            Tokens.centre("seoul"),
            Tokens.clinician("dr", "seoul"),
            Tokens.person(UUID.randomUUID().toString()),
            Tokens.analytics())) {
      Throwable list =
          catchThrowable(
              () ->
                  profile
                      .identity(token)
                      .listIdentityMatches(ListIdentityMatchesRequest.getDefaultInstance()));
      assertThat(reason(list)).isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
      Throwable decide =
          catchThrowable(
              () ->
                  profile
                      .identity(token)
                      .decideIdentityMatch(
                          DecideIdentityMatchRequest.newBuilder()
                              .setMatchId(UUID.randomUUID().toString())
                              .setDecision(IdentityMatchState.IDENTITY_MATCH_STATE_LINKED)
                              .setReason(REASON)
                              .build()));
      assertThat(reason(decide)).isEqualTo(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT);
    }
    assertThat(tries() - before).isEqualTo(8);
  }

  @Test
  void aReviewShowsHowFieldsAgreeAndNoneOfThem() {
    String one = deliver(told("seoul", "김" + given), "ALT", "21");
    String other =
        deliver(
            told("busan", "김" + given).toBuilder()
                .setSexAtBirth(SexAtBirth.SEX_AT_BIRTH_MALE)
                .build(),
            "AST",
            "33");
    round();

    IdentityMatch match = match(one, other);

    assertThat(match.getState()).isEqualTo(IdentityMatchState.IDENTITY_MATCH_STATE_OPEN);
    assertThat(match.toString()).doesNotContain(given).doesNotContain(born).doesNotContain(phone);
    assertThat(match.getAgreementList())
        .extracting(field -> field.getField() + "=" + field.getLevel())
        .containsExactly("name=exact", "birth=exact", "sex=different", "phone=same");

    decide(match, IdentityMatchState.IDENTITY_MATCH_STATE_LINKED);
    assertThat(items(profile.own(one))).hasSize(2);
  }

  @Test
  void aDecisionIsNeverChangedOrDeleted() {
    String one = deliver(told("seoul", "김" + given), "ALT", "21");
    deliver(told("busan", "김" + given), "AST", "33");
    round();

    Throwable change =
        catchThrowable(
            () ->
                query(
                    "DELETE FROM identity_event WHERE person_id = $1",
                    row -> row,
                    UUID.fromString(one)));

    assertThat(change).hasMessageContaining("append-only");
  }

  @Test
  @Tag("long")
  void aThousandLinksTakenBackLeaveEveryTimelineAsItWas() {
    linkAndTakeBack(1_000);
  }

  @Test
  void manyLinksTakenBackLeaveEveryTimelineAsItWas() {
    linkAndTakeBack(20);
  }

  private void linkAndTakeBack(int pairs) {
    for (int i = 0; i < pairs; i++) {
      String name = "김" + syllable() + syllable();
      String one = deliver(told("seoul", name), "ALT", Integer.toString(10 + i % 90));
      String other = deliver(told("busan", name), "AST", Integer.toString(10 + i % 90));
      GetRecordResponse oneBefore = profile.own(one);
      GetRecordResponse otherBefore = profile.own(other);
      round();
      assertThat(items(profile.own(one))).as(name).hasSize(2);
      decide(match(one, other), IdentityMatchState.IDENTITY_MATCH_STATE_SEPARATE);
      assertThat(timeline(profile.own(one))).isEqualTo(timeline(oneBefore));
      assertThat(timeline(profile.own(other))).isEqualTo(timeline(otherBefore));
    }
  }

  private PersonReference told(String centre, String name) {
    return PersonReference.newBuilder()
        .setCentre(centre)
        .addIdentifiers(
            Identifier.newBuilder().setType("MR").setValue(UUID.randomUUID().toString()))
        .setSexAtBirth(SexAtBirth.SEX_AT_BIRTH_FEMALE)
        .setBirthDate(born)
        .setName(name)
        .setPhone(phone)
        .build();
  }

  private String deliver(PersonReference person, String item, String value) {
    return profile
        .write(entry(person, visit("v-" + item, value(item, value, "U/L"))))
        .getPersonId();
  }

  private void round() {
    job.round().await().indefinitely();
  }

  private void consent(String person, Decision decision) {
    profile.decide(
        person,
        Category.CATEGORY_CHECKUP,
        Purpose.PURPOSE_HEALTH_MANAGEMENT,
        "institute",
        decision);
  }

  private GetRecordResponse managed(String person) {
    return profile.read(Tokens.person(person), person, Purpose.PURPOSE_HEALTH_MANAGEMENT);
  }

  private void decide(IdentityMatch match, IdentityMatchState decision) {
    profile
        .identity(Tokens.operator())
        .decideIdentityMatch(
            DecideIdentityMatchRequest.newBuilder()
                .setMatchId(match.getMatchId())
                .setDecision(decision)
                .setReason(REASON)
                .build());
  }

  private IdentityMatch match(String one, String other) {
    for (IdentityMatchState state :
        List.of(
            IdentityMatchState.IDENTITY_MATCH_STATE_LINKED,
            IdentityMatchState.IDENTITY_MATCH_STATE_OPEN,
            IdentityMatchState.IDENTITY_MATCH_STATE_SEPARATE)) {
      String page = "";
      do {
        var answer =
            profile
                .identity(Tokens.operator())
                .listIdentityMatches(
                    ListIdentityMatchesRequest.newBuilder()
                        .setState(state)
                        .setPageSize(200)
                        .setPageToken(page)
                        .build());
        for (IdentityMatch match : answer.getMatchesList()) {
          List<String> pair = List.of(match.getPersonId(), match.getOtherPersonId());
          if (pair.contains(one) && pair.contains(other)) {
            return match;
          }
        }
        page = answer.getNextPageToken();
      } while (!page.isEmpty());
    }
    throw new AssertionError("no match of these two");
  }

  private Optional<Integer> state(String one, String other) {
    return query(
            "SELECT state FROM identity_match WHERE person_id = ANY($1) AND other_person_id = ANY($1)",
            row -> (int) row.getShort(0),
            (Object) new UUID[] {UUID.fromString(one), UUID.fromString(other)})
        .stream()
        .findFirst();
  }

  private List<Long> feed(String person) {
    return query(
        "SELECT revision FROM change_feed WHERE person_id = $1 ORDER BY sequence",
        row -> row.getLong(0),
        UUID.fromString(person));
  }

  private long tries() {
    return query(
            """
            SELECT count(*) FROM audit_record
            WHERE body LIKE '%"identity.list"%' AND body LIKE '%"role:%' AND body NOT LIKE '%"role:operator"%'
               OR body LIKE '%"identity.decide"%'
            """,
            row -> row.getLong(0))
        .getFirst();
  }

  private long links(String person) {
    return query(
            "SELECT count(*) FROM identity_match WHERE state = 2 AND $1 IN (person_id, other_person_id)",
            row -> row.getLong(0),
            UUID.fromString(person))
        .getFirst();
  }

  private long rows(String table, String person) {
    return query(
            "SELECT count(*) FROM " + table + " WHERE person_id = $1",
            row -> row.getLong(0),
            UUID.fromString(person))
        .getFirst();
  }

  private long looks(String person) {
    return query(
            "SELECT count(*) FROM access_event WHERE person_id = $1 AND action = 'record.read'",
            row -> row.getLong(0),
            UUID.fromString(person))
        .getFirst();
  }

  private static List<String> items(GetRecordResponse record) {
    return record.getCheckupsList().stream()
        .flatMap(checkup -> checkup.getCheckup().getObservationsList().stream())
        .map(observation -> observation.getItemCode())
        .toList();
  }

  private static List<CheckupView> timeline(GetRecordResponse record) {
    return record.getCheckupsList();
  }
}
