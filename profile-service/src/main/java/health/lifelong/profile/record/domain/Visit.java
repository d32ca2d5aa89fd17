package health.lifelong.profile.record.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One visit as delivered. */
public record Visit(
    UUID key,
    String sourceKey,
    @Nullable EffectiveTime effective,
    List<Observation> observations,
    List<Statement> statements,
    List<ListState> lists,
    List<Document> documents) {

  public Visit {
    observations = List.copyOf(observations);
    statements = List.copyOf(statements);
    lists = List.copyOf(lists);
    documents = List.copyOf(documents);
  }

  /** True where there is nothing in it but the visit itself. */
  public boolean isBare() {
    return observations.isEmpty() && statements.isEmpty() && lists.isEmpty() && documents.isEmpty();
  }
}
