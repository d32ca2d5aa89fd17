package health.lifelong.profile.identity.app;

import health.lifelong.profile.identity.domain.Pair;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Blind words of persons, and the queue of those whose words may have changed. */
public interface WordStore {
  /**
   * Waits until nobody else decides who is one person, for as long as the transaction lasts: two
   * records that arrive together are compared one after the other, and never miss each other.
   */
  Uni<Void> alone(SqlConnection transaction);

  /** Those who are due, oldest first. */
  Uni<List<Due>> due(SqlConnection transaction, int limit);

  /** Takes them off the queue. */
  Uni<Void> done(SqlConnection transaction, List<Due> due);

  /** Replaces the words of persons. */
  Uni<Void> keep(SqlConnection transaction, Map<UUID, Set<String>> words);

  /**
   * Who is kept under words; a word of more persons than {@code most} tells nothing and is left
   * out.
   */
  Uni<Map<String, List<UUID>>> find(SqlConnection transaction, Set<String> words, int most);

  /** How many persons are kept under words. */
  Uni<Map<String, Long>> count(SqlConnection transaction, Set<String> words);

  /** How many persons there are, nearly. */
  Uni<Long> population(SqlConnection transaction);

  /** Pairs that one delivery named as one person, among those of these persons. */
  Uni<List<Pair>> namedTogether(SqlConnection transaction, Collection<UUID> persons);

  /** A place in the queue. */
  record Due(UUID personId, long sequence) {}
}
