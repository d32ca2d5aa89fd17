package health.lifelong.profile.identity.app;

import health.lifelong.profile.genome.app.GenomeDuplicates;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Takes a person who is erased out of their set, and with them every match and decision they are
 * part of. Records that were linked through this one alone part, and are compared anew.
 */
@ApplicationScoped
public class Leaving {
  private final MatchStore matches;
  private final WordStore words;
  private final MatchQueue queue;
  private final GenomeDuplicates duplicates;

  Leaving(MatchStore matches, WordStore words, MatchQueue queue, GenomeDuplicates duplicates) {
    this.duplicates = duplicates;
    this.matches = matches;
    this.words = words;
    this.queue = queue;
  }

  /** Waits until nobody decides who is one person; before any person is locked. */
  public Uni<Void> alone(SqlConnection transaction) {
    return words.alone(transaction);
  }

  /** Takes the person out; the members must be locked, and append-only tables be open to keys. */
  public Uni<Void> leave(SqlConnection transaction, UUID personId) {
    return duplicates
        .forget(transaction, personId)
        .chain(() -> matches.forget(transaction, personId))
        .chain(remaining -> queue.add(transaction, remaining));
  }
}
