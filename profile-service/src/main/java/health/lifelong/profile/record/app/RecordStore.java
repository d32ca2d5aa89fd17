package health.lifelong.profile.record.app;

import health.lifelong.profile.change.domain.Head;
import health.lifelong.profile.change.domain.PersonKey;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.record.domain.Document;
import health.lifelong.profile.record.domain.EffectiveTime;
import health.lifelong.profile.record.domain.PersonRecord;
import health.lifelong.profile.record.domain.Statement;
import health.lifelong.profile.record.domain.StoredObservation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the record is kept. Everything here is set-wise: a batch costs a fixed number of round
 * trips.
 */
public interface RecordStore {
  /** Reads what is known under the keys; the persons must be locked. */
  Uni<Known> load(SqlConnection transaction, Keys keys, KeyRing ring);

  /** Stores what a batch decided; the persons must be locked. */
  Uni<Void> write(SqlConnection transaction, Changes changes, KeyRing ring);

  /**
   * The record of each member of a person, all at one moment and in the order asked; one that is no
   * longer there is left out.
   */
  Uni<List<PersonRecord>> read(List<UUID> members, Parts parts);

  /** The latest visit of a person to a centre that is not after {@code now}; empty without one. */
  Uni<Optional<Instant>> lastVisit(UUID personId, String centre, Instant now);

  /** Which parts of a record are read at all. */
  record Parts(boolean clinical, boolean genomes, boolean days) {}

  /** Natural keys a batch touches, of persons that were known before. */
  record Keys(
      Set<PersonKey> deliveries,
      Set<PersonKey> checkups,
      Set<PersonKey> observations,
      Set<PersonKey> statements,
      Set<PersonKey> documents) {}

  /** What is known under the keys of a batch. */
  record Known(
      Map<PersonKey, Integer> deliveries,
      Map<PersonKey, KnownCheckup> checkups,
      Map<PersonKey, StoredObservation> observations,
      Map<PersonKey, Head> statements,
      Map<PersonKey, Head> documents,
      Map<ListKey, KnownList> lists) {}

  /** A visit in the record. */
  record KnownCheckup(int checkupNo, int deliveryNo, @Nullable EffectiveTime effective) {}

  /** A kind of statement within a visit. */
  record ListKey(UUID personId, int checkupNo, int kind) {}

  /** A list state in the record. */
  record KnownList(boolean complete, int deliveryNo) {}

  /**
   * What a batch decided.
   *
   * @param newObservations values that have no row yet
   * @param replacedObservations values whose row takes another version
   */
  record Changes(
      List<NewDelivery> deliveries,
      List<CheckupRow> checkups,
      Map<PersonKey, StoredObservation> newObservations,
      Map<PersonKey, StoredObservation> replacedObservations,
      List<Earlier> history,
      List<NewStatement> statements,
      List<NewDocument> documents,
      Map<ListKey, KnownList> lists) {}

  /** A delivery seen for the first time. */
  record NewDelivery(
      PersonKey key, int deliveryNo, String centre, String receiptId, int recordIndex) {}

  /** A visit as it is to be stored. */
  record CheckupRow(
      PersonKey key, UUID checkupId, String centre, String sourceKey, KnownCheckup head) {}

  /** A version of a value that is not current. */
  record Earlier(UUID personId, StoredObservation version, Why why) {}

  /** Why a version is not current. */
  enum Why {
    SUPERSEDED,
    WITHDRAWN,
    STALE;

    /** Number in the database. */
    public int number() {
      return ordinal() + 1;
    }
  }

  /** A version of a statement to store. */
  record NewStatement(PersonKey key, Head head, int checkupNo, Statement statement) {}

  /** A version of a document to store. */
  record NewDocument(
      PersonKey key, Head head, int checkupNo, @Nullable Long heldUntilMicros, Document document) {}
}
