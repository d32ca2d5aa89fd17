package health.lifelong.analytics.ledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.insight.grpc.InsightMapper;
import health.lifelong.analytics.ledger.GeneratedPersons;
import health.lifelong.analytics.ledger.GeneratedPersons.Person;
import health.lifelong.analytics.ledger.MemoryLedger;
import health.lifelong.analytics.ledger.MemoryRecords;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowerTest {
  private final MemoryRecords records = new MemoryRecords();
  private final MemoryLedger ledger = new MemoryLedger();
  private static final InsightEngine ENGINE = new InsightEngine(TestPack.read(TestPack.korea()));
  private final List<Person> persons = new GeneratedPersons(3).next(3);

  private Follower follower() {
    Recompute recompute = new Recompute(records, ENGINE, ledger, InsightMapper::parts);
    return new Follower(records, ledger, recompute, false);
  }

  @Test
  void manyChangesOfOnePersonAreOneRecomputationAndTheFeedIsNeverReadTwice() {
    for (int i = 0; i < 5; i++) {
      records.put(persons.getFirst().record(), null);
    }
    records.put(persons.getLast().record(), null);

    assertThat(follower().round()).isEqualTo(2);
    assertThat(ledger.position(Follower.JOB)).isEqualTo(6);
    assertThat(follower().round()).isZero();
    assertThat(ledger.find(persons.getLast().id())).isPresent();
  }

  @Test
  void anotherInstanceThatFollowsIsLeftAlone() {
    records.put(persons.getFirst().record(), null);

    try (Ledger.Turn other = ledger.turn().orElseThrow()) {
      assertThat(follower().round()).isZero();
    }
    assertThat(follower().round()).isEqualTo(1);
  }

  @Test
  void whatTimeAloneEndsIsReadAgainWithoutAChange() {
    records.validUntil(Instant.EPOCH);
    records.put(persons.getFirst().record(), null);
    follower().round();

    records.validUntil(null);
    assertThat(follower().round()).isEqualTo(1);
    assertThat(follower().round()).isZero();
  }

  @Test
  void aPersonWhoCannotBeComputedKeepsNobodyWaiting() {
    records.put(GeneratedPersons.broken(persons.getFirst()), null);
    records.put(persons.getLast().record(), null);

    assertThat(follower().round()).isEqualTo(2);
    assertThat(ledger.position(Follower.JOB)).isEqualTo(2);
    assertThat(ledger.find(persons.getFirst().id())).isEmpty();
    assertThat(ledger.find(persons.getLast().id())).isPresent();
  }
}
