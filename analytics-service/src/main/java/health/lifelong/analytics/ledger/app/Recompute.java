package health.lifelong.analytics.ledger.app;

import health.lifelong.analytics.genome.domain.GenomeReport;
import health.lifelong.analytics.insight.algorithm.CanonicalForm;
import health.lifelong.analytics.insight.algorithm.InputDigests;
import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.insight.domain.InsightReport;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.ledger.app.Ledger.Entry;
import health.lifelong.analytics.ledger.app.Ledger.Kept;
import health.lifelong.analytics.ledger.domain.KeptInput;
import health.lifelong.analytics.ledger.domain.KeptInsight;
import health.lifelong.analytics.pack.domain.Texts;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.record.domain.GenomeHead;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is kept of one person in step with the record: computes anew the insights that depend
 * on a part of it that differs, and leaves the others. Consent decides the inputs: what it no
 * longer opens is gone from the ledger with the same write.
 */
@ApplicationScoped
public class Recompute {
  private final FollowedRecords records;
  private final InsightEngine engine;
  private final Ledger ledger;
  private final ReportParts parts;

  public Recompute(
      FollowedRecords records, InsightEngine engine, Ledger ledger, ReportParts parts) {
    this.records = records;
    this.engine = engine;
    this.ledger = ledger;
    this.parts = parts;
  }

  /** Reads the person's record and returns the models that were computed anew. */
  public Set<String> refresh(String personId) {
    UUID person = UUID.fromString(personId);
    Optional<FollowedRecords.Kept> read = records.record(personId);
    // Without checkup data nothing is said at all, and nothing may be kept.
    if (read.isEmpty() || read.get().record().isWithheld(DataCategory.CHECKUP)) {
      ledger.forget(person);
      return Set.of();
    }
    Optional<Kept> before = ledger.find(person);
    PersonRecord record = read.get().record();
    LocalDate asOf = record.reportDay();
    InputDigests digests = InputDigests.of(record, asOf, engine.standing(record, asOf));
    Set<String> models = affected(before, digests);
    GenomeReport genome = null;
    if (record.opensGenome() && models.stream().anyMatch(this::readsGenome)) {
      try {
        genome =
            records
                .genotypes(personId, record.genomes().getFirst().id())
                .map(engine::read)
                .orElse(null);
      } catch (LifelongException refused) {
        if (refused.reason() != ErrorReason.ERROR_REASON_CONSENT_MISSING) {
          throw refused;
        }
        // Withdrawn between the two reads; the change that says so follows.
        record = record.withholding(DataCategory.GENETIC_RAW, "no_consent");
        digests = InputDigests.of(record, asOf, engine.standing(record, asOf));
        models = affected(before, digests);
      }
    }
    KeptInput input = input(person, record, asOf, digests, read.get());
    InsightReport neutral =
        engine.report(record, genome, Texts.neutral(), asOf, Viewer.PERSON, models);
    ledger.write(
        new Entry(
            input,
            models,
            insights(neutral, digests),
            texts(languages(before), record, genome, asOf, models),
            models.containsAll(engine.models())));
    return models;
  }

  private Set<String> affected(Optional<Kept> before, InputDigests digests) {
    if (before.isEmpty() || !before.get().input().engineVersion().equals(engine.version())) {
      return new LinkedHashSet<>(engine.models());
    }
    Set<InputPart> changed =
        digests.changedSince(InputDigests.stored(before.get().input().partDigests()));
    Set<String> models = new LinkedHashSet<>();
    for (String model : engine.models()) {
      if (!Collections.disjoint(engine.reads(model), changed)) {
        models.add(model);
      }
    }
    return models;
  }

  private boolean readsGenome(String model) {
    return engine.reads(model).contains(InputPart.GENOME);
  }

  private KeptInput input(
      UUID person,
      PersonRecord record,
      LocalDate asOf,
      InputDigests digests,
      FollowedRecords.Kept read) {
    GenomeHead head = record.opensGenome() ? record.genomes().getFirst() : null;
    return new KeptInput(
        person,
        record.revision(),
        asOf,
        engine.version(),
        engine.packLabel(),
        record.withheldText(),
        read.validUntil(),
        digests.texts(),
        head == null ? "" : head.id(),
        head == null ? "" : head.sourceKey(),
        read.form());
  }

  private List<KeptInsight> insights(InsightReport report, InputDigests digests) {
    Map<String, Integer> next = new HashMap<>();
    return report.insights().stream()
        .map(
            insight -> {
              byte[] result = CanonicalForm.of(insight);
              return new KeptInsight(
                  insight.model(),
                  next.merge(insight.model(), 1, Integer::sum) - 1,
                  insight.id(),
                  insight.subject(),
                  report.recordRevision(),
                  report.asOf(),
                  "person",
                  insight.modelVersion(),
                  insight.dataVersion(),
                  report.packVersion(),
                  digests.over(engine.reads(insight.model())),
                  CanonicalForm.sha256(result),
                  result);
            })
        .toList();
  }

  private Set<String> languages(Optional<Kept> before) {
    Set<String> languages = new TreeSet<>(Set.of(engine.texts("").language()));
    before.ifPresent(kept -> languages.addAll(kept.languages()));
    return languages;
  }

  private Map<String, Map<String, byte[]>> texts(
      Set<String> languages,
      PersonRecord record,
      @Nullable GenomeReport genome,
      LocalDate asOf,
      Set<String> models) {
    Map<String, Map<String, byte[]>> texts = new HashMap<>();
    for (String language : languages) {
      texts.put(
          language,
          parts.of(
              engine.report(record, genome, engine.texts(language), asOf, Viewer.PERSON, models)));
    }
    return texts;
  }
}
