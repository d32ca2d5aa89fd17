package health.lifelong.analytics.record.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One checkup.
 *
 * @param date local day; null where no time is known, and then it is in no series
 * @param completeLists kinds of statement that were asked in full; a kind that is not here is
 *     unknown, not "none"
 */
public record Visit(
    String id,
    String centre,
    @Nullable LocalDate date,
    List<Observation> observations,
    List<Statement> statements,
    Set<Statement.Kind> completeLists) {

  public Visit {
    observations = List.copyOf(observations);
    statements = List.copyOf(statements);
    completeLists = Set.copyOf(completeLists);
  }
}
