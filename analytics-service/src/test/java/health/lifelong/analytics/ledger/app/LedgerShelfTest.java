package health.lifelong.analytics.ledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.insight.GoldenPerson;
import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.insight.app.Insights;
import health.lifelong.analytics.insight.app.Insights.Listed;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.insight.grpc.InsightMapper;
import health.lifelong.analytics.ledger.MemoryLedger;
import health.lifelong.analytics.ledger.MemoryRecords;
import health.lifelong.analytics.ledger.store.JdbcLedger;
import health.lifelong.analytics.record.app.RecordSource;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.vocabulary.genome.Genotypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Reading a report with a ledger that is there, behind, or away. */
class LedgerShelfTest {
  private static final InsightEngine ENGINE = new InsightEngine(TestPack.read(TestPack.korea()));
  private static final String PERSON = new UUID(9, 9).toString();

  private final MemoryLedger ledger = new MemoryLedger();
  private final MemoryRecords followed = new MemoryRecords();
  private final Owner owner = new Owner();

  /** The owner of the record as an end user's call meets it. */
  private static final class Owner implements RecordSource {
    private PersonRecord record = of(3, null);
    private final List<String> asked = new ArrayList<>();

    @Override
    public PersonRecord record(String personId, Purpose purpose) {
      asked.add("record");
      return record;
    }

    @Override
    public Answer recordUnless(String personId, Purpose purpose, long knownRevision) {
      asked.add("unless " + knownRevision);
      return knownRevision == record.revision()
          ? new Answer.Unchanged(record.withheldText())
          : new Answer.Read(record);
    }

    @Override
    public Optional<Genotypes> genotypes(String personId, Purpose purpose) {
      asked.add("genotypes");
      return Optional.empty();
    }
  }

  private static PersonRecord of(long revision, @Nullable DataCategory withheld) {
    var person = GoldenPerson.builder().revision(revision);
    PersonRecord record = (withheld == null ? person : person.withheld(withheld)).record();
    return new PersonRecord(
        PERSON,
        record.sex(),
        record.birth(),
        record.revision(),
        record.visits(),
        List.of(),
        record.lifestyleDays(),
        record.withheld());
  }

  private Listed list(Ledger over) {
    LedgerShelf shelf = new LedgerShelf(over, ENGINE, InsightMapper::parts);
    return new Insights(owner, ENGINE, shelf).list(PERSON, "ko", Viewer.PERSON);
  }

  private void follow() {
    followed.put(owner.record, null);
    new Recompute(followed, ENGINE, ledger, InsightMapper::parts).refresh(PERSON);
  }

  @Test
  void aReportThatIsUpToDateIsGivenOutAndTheOwnerOfTheRecordDecidesAllTheSame() {
    follow();

    assertThat(list(ledger)).isInstanceOf(Listed.Kept.class);
    assertThat(owner.asked).containsExactly("unless 3");
  }

  @Test
  void aReportThatIsBehindIsComputedFromTheSameAnswer() {
    follow();
    owner.record = of(4, null);

    assertThat(list(ledger)).isInstanceOf(Listed.Computed.class);
    assertThat(owner.asked).containsExactly("unless 3");
  }

  @Test
  void withdrawnConsentHoldsAtOnceThoughTheFollowerHasNotCome() {
    follow();
    owner.record = of(3, DataCategory.LIFESTYLE);

    assertThat(list(ledger))
        .isInstanceOfSatisfying(
            Listed.Computed.class,
            computed ->
                assertThat(computed.report().insights())
                    .filteredOn(insight -> insight.model().equals("steps_mortality"))
                    .allMatch(insight -> insight.summary().contains("동의")));
    assertThat(owner.asked).containsExactly("unless 3", "record");
  }

  @Test
  void aLedgerThatIsAwayCostsNobodyAnAnswerAndReadinessSaysSo() {
    PGSimpleDataSource away = new PGSimpleDataSource();
    away.setUrl("jdbc:postgresql://localhost:1/away");
    Ledger gone = new JdbcLedger(away);

    assertThat(list(gone)).isInstanceOf(Listed.Computed.class);
    assertThat(new LedgerShelf(gone, ENGINE, InsightMapper::parts).probe())
        .isEqualTo(LedgerShelf.State.AWAY);
    assertThat(new LedgerShelf(ledger, ENGINE, InsightMapper::parts).probe())
        .isEqualTo(LedgerShelf.State.HERE);
  }
}
