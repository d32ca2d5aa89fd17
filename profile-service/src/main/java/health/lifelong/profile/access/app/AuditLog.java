package health.lifelong.profile.access.app;

import health.lifelong.platform.audit.AuditHead;
import health.lifelong.platform.audit.AuditLine;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The audit log as a chain: its records in order, and its signed heads. */
public interface AuditLog {
  /** Records as {@code HASH BODY} lines, in order, from the one after {@code after}. */
  Uni<List<String>> lines(long after, int limit);

  /** Signed heads as lines, in order, of more than {@code after} records. */
  Uni<List<String>> heads(long after);

  /**
   * The greatest signed head; of size 0 and with {@link AuditLine#BEGINNING} where there is none.
   */
  Uni<End> signed();

  /** Where the chain ends now. */
  Uni<End> end();

  /** Keeps a head; one of the same size that another replica kept stays. */
  Uni<Void> keep(AuditHead head);

  /** A place in the chain: so many records, the last of which has this hash. */
  record End(long size, String hash) {}
}
