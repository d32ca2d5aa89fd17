package health.lifelong.analytics.ledger.app;

import health.lifelong.analytics.genome.domain.GenomeReport;
import health.lifelong.analytics.insight.algorithm.CanonicalForm;
import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.ledger.app.Ledger.Proof;
import health.lifelong.analytics.ledger.domain.Difference;
import health.lifelong.analytics.ledger.domain.Difference.Kind;
import health.lifelong.analytics.ledger.domain.Difference.Side;
import health.lifelong.analytics.ledger.domain.KeptInsight;
import health.lifelong.analytics.pack.domain.Texts;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Computes stored insights again from their stored inputs with the models, pack and parameters of
 * today, and lists each that differs in so much as a bit. It changes nothing.
 */
@ApplicationScoped
public class Verification {
  private static final int PAGE = 100;
  private static final UUID FIRST = new UUID(0, 0);

  private final FollowedRecords records;
  private final InsightEngine engine;
  private final Ledger ledger;

  public Verification(FollowedRecords records, InsightEngine engine, Ledger ledger) {
    this.records = records;
    this.engine = engine;
    this.ledger = ledger;
  }

  /** What was looked at. */
  public record Tally(long persons, long insights, long differing) {
    Tally plus(long more, long differ) {
      return new Tally(persons + 1, insights + more, differing + differ);
    }
  }

  /**
   * Goes through the ledger person by person.
   *
   * @param limit stop after this many insights, at the end of a person; 0: all
   */
  public Tally run(long limit, Consumer<Difference> found) {
    Tally tally = new Tally(0, 0, 0);
    List<UUID> page = ledger.persons(FIRST, PAGE);
    while (!page.isEmpty()) {
      for (UUID person : page) {
        if (limit > 0 && tally.insights() >= limit) {
          return tally;
        }
        Optional<Proof> proof = ledger.proof(person);
        if (proof.isPresent()) {
          List<Difference> differences = differences(proof.get());
          differences.forEach(found);
          tally = tally.plus(proof.get().insights().size(), differences.size());
        }
      }
      page = ledger.persons(page.getLast(), PAGE);
    }
    return tally;
  }

  private List<Difference> differences(Proof proof) {
    Map<String, KeptInsight> open = new LinkedHashMap<>();
    proof.insights().forEach(kept -> open.put(key(kept.model(), kept.ordinal()), kept));
    Again again = again(proof);
    Map<String, Integer> next = new HashMap<>();
    Map<String, Difference> differences = new LinkedHashMap<>();
    for (Insight insight : again.insights()) {
      String key = key(insight.model(), next.merge(insight.model(), 1, Integer::sum) - 1);
      KeptInsight kept = open.remove(key);
      String hash = HexFormat.of().formatHex(CanonicalForm.sha256(CanonicalForm.of(insight)));
      if (kept == null || !hash.equals(HexFormat.of().formatHex(kept.resultHash()))) {
        differences.put(key, difference(proof, kept, insight, hash, again));
      }
    }
    open.forEach((key, kept) -> differences.put(key, gone(proof, kept)));
    return List.copyOf(differences.values());
  }

  /**
   * What comes out now.
   *
   * @param genomeMissing the stored insights speak of a genome that could not be read again
   */
  private record Again(List<Insight> insights, boolean genomeMissing) {}

  private Again again(Proof proof) {
    PersonRecord record = records.read(proof.input().record());
    Optional<GenomeReport> genome = Optional.empty();
    if (!proof.input().genomeId().isEmpty()) {
      genome = genome(proof);
    }
    List<Insight> insights =
        engine
            .report(
                record,
                genome.orElse(null),
                Texts.neutral(),
                proof.input().asOf(),
                Viewer.PERSON,
                engine.models())
            .insights();
    return new Again(insights, !proof.input().genomeId().isEmpty() && genome.isEmpty());
  }

  private Optional<GenomeReport> genome(Proof proof) {
    try {
      return records
          .genotypes(proof.input().personId().toString(), proof.input().genomeId())
          .map(engine::read);
    } catch (LifelongException refused) {
      if (refused.reason() == ErrorReason.ERROR_REASON_CONSENT_MISSING
          || refused.reason() == ErrorReason.ERROR_REASON_NOT_FOUND) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private Difference difference(
      Proof proof, @Nullable KeptInsight kept, Insight insight, String hash, Again again) {
    boolean unread =
        again.genomeMissing() && engine.reads(insight.model()).contains(InputPart.GENOME);
    Kind kind = kept == null ? Kind.NEWLY_SAID : Kind.CHANGED;
    return new Difference(
        proof.input().personId().toString(),
        kept == null ? insight.id() : kept.insightId(),
        insight.model(),
        insight.subject(),
        unread ? Kind.NOT_COMPUTABLE : kind,
        kept == null ? null : side(kept),
        new Side(insight.modelVersion(), insight.dataVersion(), hash));
  }

  private static Difference gone(Proof proof, KeptInsight kept) {
    return new Difference(
        proof.input().personId().toString(),
        kept.insightId(),
        kept.model(),
        kept.subject(),
        Kind.NO_LONGER_SAID,
        side(kept),
        null);
  }

  private static Side side(KeptInsight kept) {
    return new Side(
        kept.modelVersion(), kept.dataVersion(), HexFormat.of().formatHex(kept.resultHash()));
  }

  private static String key(String model, int ordinal) {
    return model + '\n' + ordinal;
  }
}
