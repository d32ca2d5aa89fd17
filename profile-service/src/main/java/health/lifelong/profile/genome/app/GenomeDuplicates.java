package health.lifelong.profile.genome.app;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Genomes that stand under two identified persons: samples were mixed up, or one person has two
 * records. Nothing is said from such a genome until somebody looked; the newest genome of a person
 * counts, so that a corrected file ends it.
 *
 * <p>Two genomes are one where they come from the same file and sample, or where blocks of at least
 * 1,000 calls on two or more autosomes are equal to the bit. Small panels are alike for many and
 * are compared by file only; so are genomes of which most was not called.
 */
public interface GenomeDuplicates {
  /**
   * Looks at the newest genomes of persons: keeps what is found new, forgets what no longer holds,
   * and raises the revision of everybody concerned. The item is the pairs that stand.
   */
  Uni<List<Twins>> renew(SqlConnection transaction, Collection<UUID> persons);

  /** Forgets what concerns a person who is erased, and raises the revision of the others. */
  Uni<Void> forget(SqlConnection transaction, UUID personId);

  /** Two persons under whom one genome stands. */
  record Twins(UUID person, UUID other) {}
}
