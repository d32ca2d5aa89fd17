package health.lifelong.profile.identity.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import health.lifelong.common.v1.Category;
import health.lifelong.common.v1.Purpose;
import health.lifelong.profile.identity.app.IdentityMatchingJob;
import health.lifelong.profile.kit.Entries;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.profile.kit.Tokens;
import health.lifelong.profile.v1.ConsentDecision.Decision;
import health.lifelong.profile.v1.DecideIdentityMatchRequest;
import health.lifelong.profile.v1.ErasePersonRequest;
import health.lifelong.profile.v1.Genome;
import health.lifelong.profile.v1.GenomeBlock;
import health.lifelong.profile.v1.IdentityMatchState;
import health.lifelong.profile.v1.PersonReference;
import health.lifelong.profile.v1.RecordEntry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** One genome under two persons is asked about before anything is said from it. */
@QuarkusTest
class DuplicateGenomeTest extends ServiceTest {
  private static final String REASON = "the laboratory was asked whose it is";

  @Inject IdentityMatchingJob job;

  private final int seed = ThreadLocalRandom.current().nextInt();
  private final String file = UUID.randomUUID().toString();

  @Test
  void theSameFileUnderTwoPersonsIsInQuestionForBothAndAnOperatorIsAsked() {
    String one = somebody("seoul");
    String other = somebody("busan");
    deliver(one, file, panel());
    round();
    assertThat(inQuestion(one)).isFalse();
    long before = profile.own(one).getRevision();

    deliver(other, file, panel());
    round();

    assertThat(inQuestion(one)).isTrue();
    assertThat(inQuestion(other)).isTrue();
    assertThat(profile.own(one).getRevision()).isGreaterThan(before);
    assertThat(feed(one)).last().isEqualTo((short) 2);
    assertThat(agreement(one, other)).contains("genome=same");
  }

  @Test
  void whoIsFoundToBeOnePersonIsNoLongerInQuestionAndIsAgainWhenTheLinkIsTakenBack() {
    String one = somebody("seoul");
    String other = somebody("busan");
    deliver(one, file, panel());
    deliver(other, file, panel());
    round();

    decide(one, other, IdentityMatchState.IDENTITY_MATCH_STATE_LINKED);
    assertThat(inQuestion(one)).isFalse();
    assertThat(inQuestion(other)).isFalse();

    decide(one, other, IdentityMatchState.IDENTITY_MATCH_STATE_SEPARATE);
    assertThat(inQuestion(one)).isTrue();
    assertThat(inQuestion(other)).isTrue();
  }

  @Test
  void twoWhoWereDecidedToBeTwoAreAskedAboutAgainWhenOneGenomeComesForBoth() {
    PersonReference told = stranger("seoul").toBuilder().setPhone("010-2345-6789").build();
    String one = somebody(told);
    String other =
        somebody(
            told.toBuilder()
                .setCentre("busan")
                .setIdentifiers(0, Entries.chart(UUID.randomUUID().toString()))
                .build());
    deliver(one, file, panel());
    round();
    decide(one, other, IdentityMatchState.IDENTITY_MATCH_STATE_SEPARATE);

    deliver(other, file, panel());
    round();

    assertThat(match(one, other, "state::text")).isEqualTo("1");
    assertThat(agreement(one, other)).contains("genome=same");
  }

  @Test
  void aCorrectedFileForOneEndsTheQuestionForBoth() {
    String one = somebody("seoul");
    String other = somebody("busan");
    deliver(one, file, panel());
    deliver(other, file, panel());
    round();
    long before = profile.own(one).getRevision();

    deliver(other, UUID.randomUUID().toString(), List.of(block("3", 50, seed + 1)));
    round();

    assertThat(inQuestion(one)).isFalse();
    assertThat(inQuestion(other)).isFalse();
    assertThat(profile.own(one).getRevision()).isGreaterThan(before);
  }

  @Test
  void equalCallsInAnotherFileAreFound() {
    String one = somebody("seoul");
    String other = somebody("busan");
    deliver(one, file, List.of(block("1", 1_000, seed), block("2", 1_000, seed)));
    deliver(
        other,
        UUID.randomUUID().toString(),
        List.of(block("2", 1_000, seed), block("1", 1_000, seed), block("3", 1_000, seed + 1)));

    round();

    assertThat(inQuestion(one)).isTrue();
    assertThat(inQuestion(other)).isTrue();
  }

  @Test
  void whatManyPeopleShareStopsNobody() {
    String one = somebody("seoul");
    String other = somebody("busan");
    List<GenomeBlock> alike =
        List.of(
            // One chromosome alone, both sex chromosomes, and panels.
            block("1", 1_000, seed),
            block("X", 1_000, seed),
            block("Y", 1_000, seed),
            block("MT", 1_000, seed),
            block("5", 999, seed),
            block("6", 999, seed));
    deliver(one, file, alike);
    deliver(other, UUID.randomUUID().toString(), alike);

    round();

    assertThat(inQuestion(one)).isFalse();
    assertThat(inQuestion(other)).isFalse();
  }

  @Test
  void filesOfWhichMostWasNotCalledAreAlikeByChance() {
    String one = somebody("seoul");
    String other = somebody("busan");
    List<GenomeBlock> empty = List.of(block("1", 1_000, seed), block("2", 1_000, seed));
    profile.write(genome(one, file, empty, 1_500));
    profile.write(genome(other, UUID.randomUUID().toString(), empty, 1_500));

    round();

    assertThat(inQuestion(one)).isFalse();
  }

  @Test
  void whoIsErasedLeavesTheOtherWithoutAQuestion() {
    String one = somebody("seoul");
    String other = somebody("busan");
    deliver(one, file, panel());
    deliver(other, file, panel());
    round();
    long before = profile.own(one).getRevision();

    profile
        .rights(Tokens.person(other))
        .erasePerson(ErasePersonRequest.newBuilder().setPersonId(other).build());

    assertThat(inQuestion(one)).isFalse();
    assertThat(profile.own(one).getRevision()).isGreaterThan(before);
  }

  @Test
  void aFileOfNobodyKnownIsAskedAboutWhenItGetsAName() {
    String one = somebody("seoul");
    PersonReference anonymous = stranger("busan").toBuilder().setProvisional(true).build();
    String other = profile.write(Entries.entry(anonymous, Entries.visit("v"))).getPersonId();
    deliver(one, file, panel());
    RecordEntry told = genome(other, file, panel(), 3);
    profile.write(
        told.toBuilder().setPerson(told.getPerson().toBuilder().setProvisional(true)).build());
    round();
    assertThat(inQuestion(one)).isFalse();

    profile.write(
        Entries.entry(
            anonymous.toBuilder().setProvisional(false).setPersonId(other).build(),
            Entries.visit("w")));
    round();

    assertThat(inQuestion(one)).isTrue();
  }

  private String somebody(String centre) {
    return somebody(stranger(centre));
  }

  private String somebody(PersonReference told) {
    String person = profile.write(Entries.entry(told, Entries.visit("v"))).getPersonId();
    profile.decide(
        person,
        Category.CATEGORY_GENETIC_REPORT,
        Purpose.PURPOSE_OWN_ACCESS,
        "institute",
        Decision.DECISION_GRANT);
    return person;
  }

  // Of no other's name or birth date: only genomes are alike here.
  private static PersonReference stranger(String centre) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    String given =
        Character.toString(0xAC00 + random.nextInt(11_172))
            + Character.toString(0xAC00 + random.nextInt(11_172));
    return Entries.person(centre, Entries.chart(UUID.randomUUID().toString())).toBuilder()
        .setName("김" + given)
        .setBirthDate(LocalDate.of(1940, 1, 1).plusDays(random.nextInt(20_000)).toString())
        .build();
  }

  private void deliver(String person, String sourceKey, List<GenomeBlock> blocks) {
    profile.write(genome(person, sourceKey, blocks, 3));
  }

  private static RecordEntry genome(
      String person, String sourceKey, List<GenomeBlock> blocks, long noCalls) {
    return RecordEntry.newBuilder()
        .setPerson(Entries.byId(person))
        .setSource(Entries.source("phone", UUID.randomUUID().toString()))
        .setGenome(
            Genome.newBuilder()
                .setSourceKey(sourceKey)
                .setBuild("GRCh38")
                .setTechnology("array")
                .setVariants(2_000)
                .setNoCalls(noCalls)
                .addAllBlocks(blocks))
        .build();
  }

  private List<GenomeBlock> panel() {
    return List.of(block("12", 20, seed));
  }

  private static GenomeBlock block(String chromosome, int calls, int seed) {
    byte[] packed = new byte[200];
    new Random(seed + 31L * chromosome.hashCode()).nextBytes(packed);
    CRC32C crc = new CRC32C();
    crc.update(packed);
    return GenomeBlock.newBuilder()
        .setChromosome(chromosome)
        .setFirstPosition(1)
        .setLastPosition(90_000)
        .setCalls(calls)
        .setPacked(ByteString.copyFrom(packed))
        .setChecksum((int) crc.getValue())
        .build();
  }

  private void round() {
    job.round().await().indefinitely();
  }

  private boolean inQuestion(String person) {
    return profile.own(person).getGenomes(0).getInQuestion();
  }

  private List<Short> feed(String person) {
    return query(
        "SELECT kind FROM change_feed WHERE person_id = $1 ORDER BY sequence",
        row -> row.getShort(0),
        UUID.fromString(person));
  }

  private String agreement(String one, String other) {
    return match(one, other, "agreement");
  }

  private void decide(String one, String other, IdentityMatchState decision) {
    profile
        .identity(Tokens.operator())
        .decideIdentityMatch(
            DecideIdentityMatchRequest.newBuilder()
                .setMatchId(match(one, other, "match_id::text"))
                .setDecision(decision)
                .setReason(REASON)
                .build());
  }

  private String match(String one, String other, String column) {
    return query(
            "SELECT "
                + column
                + " FROM identity_match WHERE person_id = ANY($1) AND other_person_id = ANY($1)",
            row -> row.getString(0),
            (Object) new UUID[] {UUID.fromString(one), UUID.fromString(other)})
        .getFirst();
  }
}
