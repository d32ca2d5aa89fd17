package health.lifelong.analytics.insight.app;

import health.lifelong.analytics.genome.domain.GenomeReport;
import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.insight.app.ReportShelf.Shelved;
import health.lifelong.analytics.insight.domain.InsightReport;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.record.app.RecordSource;
import health.lifelong.analytics.record.app.RecordSource.Answer;
import health.lifelong.analytics.record.app.RecordSource.Purpose;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import jakarta.enterprise.context.ApplicationScoped;
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
  private final ReportShelf shelf;

  public Insights(RecordSource records, InsightEngine engine, ReportShelf shelf) {
    this.records = records;
    this.engine = engine;
    this.shelf = shelf;
  }

  /** A report, computed now or made before of the very same record under the same consent. */
  public sealed interface Listed {
    /** Computed now. */
    record Computed(InsightReport report) implements Listed {}

    /** Made when the record last changed. */
    record Kept(Shelved shelved) implements Listed {}
  }

  /**
   * The report for a viewer, dated by the record itself, so that the same revision gives the same
   * bytes.
   */
  public Listed list(String personId, String language, Viewer viewer) {
    return switch (viewer) {
      case CLINICIAN ->
          new Listed.Computed(
              compute(
                  personId,
                  records.record(personId, Purpose.CARE),
                  language,
                  Purpose.CARE,
                  viewer));
      case PERSON -> forPerson(personId, engine.texts(language).language());
    };
  }

  private Listed forPerson(String personId, String language) {
    Purpose purpose = Purpose.HEALTH_MANAGEMENT;
    Optional<Shelved> shelved = shelf.find(personId, language);
    Answer answer =
        shelved.isPresent()
            ? records.recordUnless(personId, purpose, shelved.get().revision())
            : new Answer.Read(records.record(personId, purpose));
    if (answer instanceof Answer.Unchanged(String withheld)
        && shelved.isPresent()
        && withheld.equals(shelved.get().withheld())) {
      return new Listed.Kept(shelved.get());
    }
    PersonRecord record =
        switch (answer) {
          case Answer.Read(PersonRecord read) -> read;
          case Answer.Unchanged unchanged -> records.record(personId, purpose);
        };
    InsightReport report = compute(personId, record, language, purpose, Viewer.PERSON);
    shelf.put(personId, record.withheldText(), language, report);
    return new Listed.Computed(report);
  }

  private InsightReport compute(
      String personId, PersonRecord record, String language, Purpose purpose, Viewer viewer) {
    if (record.isWithheld(DataCategory.CHECKUP)) {
      throw new LifelongException(
          ErrorReason.ERROR_REASON_CONSENT_MISSING,
          "consent to use checkup data is missing",
          Map.of("category", "CHK"));
    }
    if (!record.opensGenome()) {
      return report(record, null, language, viewer);
    }
    try {
      GenomeReport genome = records.genotypes(personId, purpose).map(engine::read).orElse(null);
      return report(record, genome, language, viewer);
    } catch (LifelongException refused) {
      // Between the two reads consent was withdrawn, or the sign-in grew old.
      boolean tooWeak = refused.reason() == ErrorReason.ERROR_REASON_STEP_UP_NEEDED;
      if (!tooWeak && refused.reason() != ErrorReason.ERROR_REASON_CONSENT_MISSING) {
        throw refused;
      }
      String why = tooWeak ? "step_up_needed" : "no_consent";
      PersonRecord without = record.withholding(DataCategory.GENETIC_RAW, why);
      return report(without, null, language, viewer);
    }
  }

  private InsightReport report(
      PersonRecord record, @Nullable GenomeReport genome, String language, Viewer viewer) {
    return engine.report(
        record, genome, engine.texts(language), record.reportDay(), viewer, engine.models());
  }
}
