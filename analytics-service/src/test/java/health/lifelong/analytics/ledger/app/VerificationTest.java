package health.lifelong.analytics.ledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.algorithm.CanonicalForm;
import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.insight.grpc.InsightMapper;
import health.lifelong.analytics.ledger.GeneratedPersons;
import health.lifelong.analytics.ledger.GeneratedPersons.Person;
import health.lifelong.analytics.ledger.MemoryLedger;
import health.lifelong.analytics.ledger.MemoryRecords;
import health.lifelong.analytics.ledger.app.Verification.Tally;
import health.lifelong.analytics.ledger.domain.Difference;
import health.lifelong.analytics.pack.domain.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
  private static final long SEED = 20261125;
  private static final int PERSONS = 90;

  private final MemoryRecords records = new MemoryRecords();
  private final MemoryLedger ledger = new MemoryLedger();
  private static final InsightEngine ENGINE = new InsightEngine(TestPack.read(TestPack.korea()));
  private final List<Person> persons = new GeneratedPersons(SEED).next(PERSONS);

  private void keepAll() {
    System.out.println("seed " + SEED);
    Recompute recompute = new Recompute(records, ENGINE, ledger, InsightMapper::parts);
    for (Person person : persons) {
      records.put(person.record(), person.genotypes());
      recompute.refresh(person.id().toString());
    }
  }

  @Test
  void tenThousandStoredInsightsComeOutTheSameAndAChangedParameterListsEachThatDiffers(
      @TempDir Path changed) {
    keepAll();
    List<Difference> found = new ArrayList<>();

    InsightEngine restarted = new InsightEngine(TestPack.read(TestPack.korea()));
    Tally tally = new Verification(records, restarted, ledger).run(0, found::add);

    System.out.println("computed again: " + tally);
    assertThat(tally.insights()).isGreaterThanOrEqualTo(10_000);
    assertThat(found).isEmpty();

    InsightEngine other = new InsightEngine(TestPack.read(parametersChanged(changed)));
    Tally after = new Verification(records, other, ledger).run(0, found::add);

    System.out.println("after a changed parameter set: " + after);
    assertThat(found).isNotEmpty().hasSize((int) after.differing());
    assertThat(found.stream().map(d -> d.personId() + " " + d.model() + " " + d.subject()))
        .containsExactlyInAnyOrderElementsOf(differing(other));
    assertThat(found)
        .allSatisfy(
            d -> {
              assertThat(d.stored()).isNotNull();
              assertThat(d.computed()).isNotNull();
              assertThat(d.stored()).isNotEqualTo(d.computed());
              assertThat(d.kind()).isEqualTo(Difference.Kind.CHANGED);
            });
  }

  @Test
  void limitStopsAtTheEndOfAPerson() {
    keepAll();

    Tally tally = new Verification(records, ENGINE, ledger).run(1, difference -> {});

    assertThat(tally.persons()).isEqualTo(1);
    assertThat(tally.insights()).isGreaterThanOrEqualTo(1);
  }

  /** The upper population limits of two items, and nothing else. */
  private static Path parametersChanged(Path folder) {
    Path pack = TestPack.copy(folder);
    TestPack.replace(
        pack,
        "intervals.csv",
        "ALT,U/L,M,10.0,88.0,population_p2_5_p97_5",
        "ALT,U/L,M,10.0,89.0,population_p2_5_p97_5");
    TestPack.replace(pack, "intervals.csv", "ALT,U/L,M,10,42,", "ALT,U/L,M,10,43,");
    return pack;
  }

  /** What differs by comparing the two engines directly, without a ledger. */
  private List<String> differing(InsightEngine other) {
    TreeSet<String> differing = new TreeSet<>();
    for (Person person : persons) {
      List<Insight> before = insights(ENGINE, person);
      List<Insight> after = insights(other, person);
      assertThat(after).hasSameSizeAs(before);
      for (int i = 0; i < before.size(); i++) {
        if (!Arrays.equals(CanonicalForm.of(before.get(i)), CanonicalForm.of(after.get(i)))) {
          differing.add(person.id() + " " + before.get(i).model() + " " + before.get(i).subject());
        }
      }
    }
    return List.copyOf(differing);
  }

  private static List<Insight> insights(InsightEngine engine, Person person) {
    var genome =
        person.genotypes() == null || !person.record().opensGenome()
            ? null
            : engine.read(person.genotypes());
    return engine
        .report(
            person.record(),
            genome,
            Texts.neutral(),
            person.record().reportDay(),
            Viewer.PERSON,
            engine.models())
        .insights();
  }
}
