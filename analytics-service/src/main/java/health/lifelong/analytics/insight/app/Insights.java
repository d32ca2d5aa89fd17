package health.lifelong.analytics.insight.app;

import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.insight.domain.InsightReport;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.record.app.RecordSource;
import health.lifelong.analytics.record.app.RecordSource.Purpose;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.vocabulary.genome.Genotypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists a person's insights at the record's present revision. The owner of the record decides on
 * every read; without the person's consent to use checkup data there is nothing to say, and the
 * call is refused.
 */
@ApplicationScoped
public class Insights {
  private final RecordSource records;
  private final InsightEngine engine;

  public Insights(RecordSource records, InsightEngine engine) {
    this.records = records;
    this.engine = engine;
  }

  /**
   * The report for a viewer, dated by the record itself, so that the same revision gives the same
   * bytes.
   */
  public InsightReport list(String personId, String language, Viewer viewer) {
    Purpose purpose =
        switch (viewer) {
          case PERSON -> Purpose.HEALTH_MANAGEMENT;
          case CLINICIAN -> Purpose.CARE;
        };
    PersonRecord record = records.record(personId, purpose);
    if (record.isWithheld(DataCategory.CHECKUP)) {
      throw new LifelongException(
          ErrorReason.ERROR_REASON_CONSENT_MISSING,
          "consent to use checkup data is missing",
          Map.of("category", "CHK"));
    }
    // A record without any day holds nothing to date: every model refuses, on whatever day.
    LocalDate asOf = record.latestDay().orElse(LocalDate.EPOCH);
    if (!hasOpenGenome(record)) {
      return engine.report(record, null, language, asOf, viewer);
    }
    try {
      Optional<Genotypes> genotypes = records.genotypes(personId, purpose);
      return engine.report(record, orNull(genotypes), language, asOf, viewer);
    } catch (LifelongException refused) {
      if (refused.reason() != ErrorReason.ERROR_REASON_CONSENT_MISSING) {
        throw refused;
      }
      // Consent was withdrawn between the two reads.
      PersonRecord without = record.withholding(DataCategory.GENETIC_RAW, "no_consent");
      return engine.report(without, null, language, asOf, viewer);
    }
  }

  private static boolean hasOpenGenome(PersonRecord record) {
    return !record.genomes().isEmpty()
        && !record.isWithheld(DataCategory.GENETIC_RAW)
        && !record.isWithheld(DataCategory.GENETIC_REPORT);
  }

  private static @Nullable Genotypes orNull(Optional<Genotypes> genotypes) {
    return genotypes.orElse(null);
  }
}
