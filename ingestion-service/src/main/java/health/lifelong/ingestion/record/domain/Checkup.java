package health.lifelong.ingestion.record.domain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One visit.
 *
 * @param sourceKey natural key at the sender: filler order number, encounter, report or row
 * @param completeLists kinds of statement that were asked in full; a kind that is not named is
 *     unknown, not "none"
 */
public record Checkup(
    String sourceKey,
    @Nullable EffectiveTime effective,
    List<Observation> observations,
    List<Statement> statements,
    Set<Statement.Kind> completeLists,
    List<Document> documents) {

  public Checkup {
    observations = List.copyOf(observations);
    statements = List.copyOf(statements);
    completeLists = Set.copyOf(completeLists);
    documents = List.copyOf(documents);
  }
}
