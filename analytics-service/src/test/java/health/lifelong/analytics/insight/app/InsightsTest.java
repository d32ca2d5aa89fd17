package health.lifelong.analytics.insight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.analytics.insight.GoldenPerson;
import health.lifelong.analytics.insight.TestGenome;
import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.insight.app.Insights.Listed;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.InsightReport;
import health.lifelong.analytics.insight.domain.Outcome;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.record.app.RecordSource;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.vocabulary.genome.Genotypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InsightsTest {
  private final InsightEngine engine = new InsightEngine(TestPack.read(TestPack.korea()));

  /** A record owner that answers from memory and remembers what it was asked. */
  private static final class Owner implements RecordSource {
    private final PersonRecord record;
    private final @Nullable LifelongException genomeRefusal;
    private final List<String> asked = new ArrayList<>();

    Owner(PersonRecord record, @Nullable LifelongException genomeRefusal) {
      this.record = record;
      this.genomeRefusal = genomeRefusal;
    }

    @Override
    public PersonRecord record(String personId, Purpose purpose) {
      asked.add("record " + purpose);
      return record;
    }

    @Override
    public Optional<Genotypes> genotypes(String personId, Purpose purpose) {
      asked.add("genotypes " + purpose);
      if (genomeRefusal != null) {
        throw genomeRefusal;
      }
      return Optional.of(TestGenome.carrier());
    }
  }

  @Test
  void withoutConsentToCheckupDataTheCallIsRefused() {
    Owner owner = new Owner(GoldenPerson.builder().withheld(DataCategory.CHECKUP).record(), null);

    assertThatThrownBy(() -> insights(owner).list("p", "ko", Viewer.PERSON))
        .isInstanceOfSatisfying(
            LifelongException.class,
            refused ->
                assertThat(refused.reason()).isEqualTo(ErrorReason.ERROR_REASON_CONSENT_MISSING));
  }

  @Test
  void withheldGenesAreNeverAskedFor() {
    Owner owner =
        new Owner(GoldenPerson.builder().withheld(DataCategory.GENETIC_REPORT).record(), null);

    InsightReport report = computed(owner);

    assertThat(owner.asked).containsExactly("record HEALTH_MANAGEMENT");
    assertThat(genetic(report)).allMatch(InsightsTest::isConsent);
  }

  @Test
  void consentWithdrawnBetweenTheReadsIsConsentAndNotAMissingFile() {
    Owner owner =
        new Owner(
            GoldenPerson.record(),
            new LifelongException(ErrorReason.ERROR_REASON_CONSENT_MISSING, ""));

    InsightReport report = computed(owner);

    assertThat(genetic(report)).isNotEmpty().allMatch(InsightsTest::isConsent);
  }

  @Test
  void ownerThatIsAwayMakesTheCallFailWithThatReason() {
    Owner owner =
        new Owner(
            GoldenPerson.record(),
            new LifelongException(ErrorReason.ERROR_REASON_DEPENDENCY_UNAVAILABLE, ""));

    assertThatThrownBy(() -> insights(owner).list("p", "ko", Viewer.PERSON))
        .isInstanceOfSatisfying(
            LifelongException.class,
            refused ->
                assertThat(refused.reason())
                    .isEqualTo(ErrorReason.ERROR_REASON_DEPENDENCY_UNAVAILABLE));
  }

  @Test
  void clinicianReadsForCare() {
    Owner owner = new Owner(GoldenPerson.record(), null);

    insights(owner).list("p", "en", Viewer.CLINICIAN);

    assertThat(owner.asked).containsExactly("record CARE", "genotypes CARE");
  }

  @Test
  void reportIsDatedByTheRecordItself() {
    Owner owner = new Owner(GoldenPerson.record(), null);

    assertThat(computed(owner).asOf()).isEqualTo("2025-05-20");
  }

  private Insights insights(Owner owner) {
    return new Insights(owner, engine, new EmptyShelf());
  }

  private InsightReport computed(Owner owner) {
    return switch (insights(owner).list("p", "ko", Viewer.PERSON)) {
      case Listed.Computed(InsightReport report) -> report;
      case Listed.Kept kept -> throw new AssertionError("nothing was kept");
    };
  }

  /** Holds nothing, as when the ledger is away. */
  private static final class EmptyShelf implements ReportShelf {
    @Override
    public Optional<Shelved> find(String personId, String language) {
      return Optional.empty();
    }

    @Override
    public void put(String personId, String withheld, String language, InsightReport report) {}
  }

  private static List<Insight> genetic(InsightReport report) {
    return report.insights().stream()
        .filter(i -> List.of("aldh2", "pharmacogene", "polygenic_score").contains(i.model()))
        .toList();
  }

  private static boolean isConsent(Insight insight) {
    return insight.outcome() instanceof Outcome.Refusal refusal
        && refusal.reason() == Outcome.Reason.CONSENT;
  }
}
