package health.lifelong.profile.person.app;

import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.person.domain.BlindIndex;
import health.lifelong.profile.person.domain.Demographics;
import health.lifelong.profile.person.domain.Identifier;
import health.lifelong.profile.person.domain.IndexedIdentifier;
import health.lifelong.profile.person.domain.Links;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where persons and their identifiers are kept. */
public interface PersonStore {
  /** The indexes of an identifier that a centre sent. */
  IndexedIdentifier index(String centre, Identifier identifier);

  /** The persons of those indexes that are known. */
  Uni<Map<BlindIndex, UUID>> owners(SqlConnection transaction, Collection<BlindIndex> indexes);

  /** Claims identifiers; the item says whether all of them were still free. */
  Uni<Boolean> claim(SqlConnection transaction, List<Links.Claimed> identifiers);

  /**
   * Locks the rows of persons and of those they are linked with, in order of their ids, and reads
   * them with their keys. Unknown ids and erased persons are left out.
   */
  Uni<Locked> lock(SqlConnection transaction, Collection<UUID> persons);

  /** Stores persons that were opened or changed. */
  Uni<Void> store(SqlConnection transaction, Collection<PersonInBatch> persons, KeyRing keys);

  /** Keeps conflicts for review; one that is kept already stays as it is. */
  Uni<Void> keepConflicts(SqlConnection transaction, List<Links.Conflict> conflicts);

  /** What is known of a person; empty where there is none. */
  Uni<Optional<PersonHead>> head(SqlClient client, UUID personId, KeyRing keys);

  /**
   * The members of a person, in order of their ids: the asked one and those it is linked with;
   * empty where there is no such person.
   */
  Uni<List<UUID>> members(UUID personId);

  /**
   * What identified persons told of themselves, all opened with one look-up of keys; others, and
   * those who are being erased, are left out.
   */
  Uni<Map<UUID, Demographics>> demographics(SqlConnection transaction, Collection<UUID> persons);

  /** The revision a person's record stands at; 0 where there is none. */
  Uni<Long> revision(UUID personId);

  /** Persons known under any of these value indexes. */
  Uni<List<UUID>> byValue(Collection<BlindIndex> valueIndexes);

  /** The person of a full index. */
  Uni<Optional<UUID>> byIndex(Collection<BlindIndex> indexes);

  /** True where the centre itself has sent something of this person. */
  Uni<Boolean> isKnownTo(String centre, UUID personId);

  /** Persons under their lock, and their keys; a ring without keys where there are none. */
  record Locked(Map<UUID, PersonInBatch> persons, KeyRing keys) {}

  /** What is known of a person without the record. */
  record PersonHead(long revision, boolean identified, Demographics demographics) {}
}
