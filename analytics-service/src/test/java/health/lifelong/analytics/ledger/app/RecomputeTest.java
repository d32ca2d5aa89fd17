package health.lifelong.analytics.ledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.insight.TestGenome;
import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.TestPerson;
import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.insight.app.ReportShelf.Shelved;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.insight.grpc.InsightMapper;
import health.lifelong.analytics.ledger.GeneratedPersons;
import health.lifelong.analytics.ledger.GeneratedPersons.Person;
import health.lifelong.analytics.ledger.MemoryLedger;
import health.lifelong.analytics.ledger.MemoryRecords;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.record.domain.GenomeHead;
import health.lifelong.analytics.record.domain.LifestyleDay;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.analytics.record.domain.Visit;
import health.lifelong.analytics.v1.Insight;
import health.lifelong.analytics.v1.ListInsightsResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecomputeTest {
  private static final long SEED = 20261126;
  private static final String PERSON = new UUID(7, 7).toString();

  private final MemoryRecords records = new MemoryRecords();
  private final MemoryLedger ledger = new MemoryLedger();
  private static final InsightEngine ENGINE = new InsightEngine(TestPack.read(TestPack.korea()));
  private final Recompute recompute = new Recompute(records, ENGINE, ledger, InsightMapper::parts);
  private final LedgerShelf shelf = new LedgerShelf(ledger, ENGINE, InsightMapper::parts);

  private static TestPerson person() {
    return TestPerson.man()
        .values("2023-05-10", "TC 195, HDL 48, CREAT 0.9, GGT 41, SBP 121, DBP 78")
        .values("2024-05-12", "TC 201, HDL 47, CREAT 0.9, GGT 52, SBP 124, DBP 80")
        .phone("2024-05-20", 40, "steps", "{steps}", 6100)
        .genome("GRCh37");
  }

  private static PersonRecord record(TestPerson person, long revision) {
    PersonRecord made = person.revision(revision).record();
    return new PersonRecord(
        PERSON,
        made.sex(),
        made.birth(),
        made.revision(),
        made.visits(),
        made.genomes(),
        made.lifestyleDays(),
        made.withheld());
  }

  private Set<String> change(PersonRecord record) {
    records.put(record, TestGenome.carrier());
    return recompute.refresh(PERSON);
  }

  private ListInsightsResponse kept() {
    Shelved shelved = shelf.find(PERSON, "ko").orElseThrow();
    return InsightMapper.response(shelved);
  }

  private ListInsightsResponse computed(PersonRecord record) {
    return InsightMapper.response(
        ENGINE.report(
            record,
            record.opensGenome() ? TestGenome.carrier() : null,
            "ko",
            record.reportDay(),
            Viewer.PERSON));
  }

  @Test
  void firstTimeEverythingIsComputedAndTheKeptReportIsTheComputedOne() {
    PersonRecord record = record(person(), 3);

    assertThat(change(record)).containsExactlyElementsOf(ENGINE.models());
    assertThat(kept()).isEqualTo(computed(record));
    assertThat(kept().toByteArray()).isEqualTo(computed(record).toByteArray());
  }

  @Test
  void aPhoneDayRecomputesOnlyWhatReadsTheDaysAndNoGenomeOnlyRule() {
    change(record(person(), 3));

    PersonRecord later = record(person().phone("2024-05-21", 1, "steps", "{steps}", 9000), 4);
    Set<String> models = change(later);

    assertThat(models)
        .contains("steps_mortality", "aldh2_alcohol")
        .doesNotContain("setpoint", "ckd_epi", "pharmacogene", "polygenic_score");
    assertThat(kept()).isEqualTo(computed(later));
  }

  @Test
  void aChangeThatChangesNothingReadRecomputesNothingAndMovesTheRevision() {
    change(record(person(), 3));
    records.genomesRead().clear();

    assertThat(change(record(person(), 9))).isEmpty();
    assertThat(records.genomesRead()).isEmpty();
    assertThat(kept()).isEqualTo(computed(record(person(), 9)));
  }

  @Test
  void withdrawnGeneticsLeaveNothingBehindThatUsedThem() {
    change(record(person(), 3));
    assertThat(kept().getInsightsList()).anyMatch(RecomputeTest::tellsAGenotype);

    for (DataCategory category : List.of(DataCategory.GENETIC_RAW, DataCategory.GENETIC_REPORT)) {
      PersonRecord without = record(person().withheld(category), 4);
      Set<String> models = change(without);

      assertThat(models)
          .contains("aldh2", "aldh2_alcohol", "pharmacogene", "drug_advice", "polygenic_score")
          .doesNotContain("setpoint", "steps_mortality");
      assertThat(kept()).isEqualTo(computed(without));
      assertThat(kept().getInsightsList()).noneMatch(RecomputeTest::tellsAGenotype);
      Ledger.Proof proof = ledger.proof(UUID.fromString(PERSON)).orElseThrow();
      assertThat(proof.input().genomeId()).isEmpty();
      assertThat(proof.input().genomeKey()).isEmpty();
      assertThat(proof.insights())
          .allSatisfy(
              kept ->
                  assertThat(new String(kept.result(), java.nio.charset.StandardCharsets.UTF_8))
                      .doesNotContain("rs671", "*1/"));
    }
  }

  @Test
  void withdrawnCheckupDataOrAnErasedPersonIsForgotten() {
    change(record(person(), 3));
    change(record(person().withheld(DataCategory.CHECKUP), 4));
    assertThat(ledger.find(UUID.fromString(PERSON))).isEmpty();
    assertThat(shelf.find(PERSON, "ko")).isEmpty();

    change(record(person(), 5));
    records.remove(PERSON);
    recompute.refresh(PERSON);
    assertThat(ledger.find(UUID.fromString(PERSON))).isEmpty();
  }

  @Test
  void aReportOfAnotherEngineOrOneThatTimeHasEndedIsNotGivenOut() {
    records.validUntil(Instant.EPOCH);
    change(record(person(), 3));
    assertThat(shelf.find(PERSON, "ko")).isEmpty();

    records.validUntil(null);
    change(record(person(), 4));
    assertThat(shelf.find(PERSON, "ko")).isPresent();
    assertThat(shelf.find(PERSON, "en")).isEmpty();
  }

  /** The guard of each rule's declaration: what it leaves alone is what it would compute anew. */
  @Test
  void recomputingOnlyWhatDependsOnAChangeIsTheSameAsRecomputingAll() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    Map<String, Integer> skipped = new HashMap<>();
    for (Person person : new GeneratedPersons(SEED).next(10)) {
      PersonRecord record = person.record();
      for (int step = 0; step < 6; step++) {
        record = changed(record, random, step + 8L);
        records.put(record, person.genotypes());
        Set<String> models = recompute.refresh(record.personId());
        ENGINE.models().stream()
            .filter(model -> !models.contains(model))
            .forEach(model -> skipped.merge(model, 1, Integer::sum));
        ListInsightsResponse whole =
            InsightMapper.response(
                ENGINE.report(
                    record,
                    record.opensGenome() ? person.genotypes() : null,
                    "ko",
                    record.reportDay(),
                    Viewer.PERSON));
        Shelved shelved = shelf.find(record.personId(), "ko").orElseThrow();
        assertThat(InsightMapper.response(shelved)).isEqualTo(whole);
      }
    }
    assertThat(new Verification(records, ENGINE, ledger).run(0, d -> {}).differing()).isZero();
    System.out.println("left alone: " + skipped);
    assertThat(skipped).containsKeys("setpoint", "pharmacogene", "steps_mortality");
  }

  private static PersonRecord changed(PersonRecord record, Random random, long revision) {
    List<Visit> visits = new ArrayList<>(record.visits());
    List<GenomeHead> genomes = new ArrayList<>(record.genomes());
    List<LifestyleDay> days = new ArrayList<>(record.lifestyleDays());
    Map<DataCategory, String> withheld = new HashMap<>(record.withheld());
    LocalDate next = record.reportDay().plusDays(1 + random.nextInt(500));
    switch (random.nextInt(5)) {
      case 0 -> {
        Visit last = visits.getLast();
        visits.add(
            new Visit("visit-" + next, "busan", next, List.of(), last.statements(), Set.of()));
      }
      case 1 -> days.add(new LifestyleDay(next, "steps", new BigDecimal(7000), "{steps}", "Watch"));
      case 2 -> genomes.clear();
      case 3 -> visits.removeLast();
      default -> {
        DataCategory category =
            random.nextBoolean() ? DataCategory.LIFESTYLE : DataCategory.GENETIC_REPORT;
        if (withheld.remove(category) == null) {
          withheld.put(category, "withdrawn");
        }
      }
    }
    return new PersonRecord(
        record.personId(),
        record.sex(),
        record.birth(),
        revision,
        visits.isEmpty() ? record.visits() : visits,
        genomes,
        days,
        withheld);
  }

  private static boolean tellsAGenotype(Insight insight) {
    return insight.getKindsList().contains("genome") && insight.hasResult();
  }
}
