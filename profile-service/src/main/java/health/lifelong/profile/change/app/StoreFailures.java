package health.lifelong.profile.change.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.util.Set;

/** Reads a failure of the database: what may be tried again, and what the caller is told. */
public final class StoreFailures {
  // serialization_failure, deadlock_detected
  private static final Set<String> TRANSIENT = Set.of("40001", "40P01");

  private StoreFailures() {}

  /** A write met another one on the same rows: the whole transaction is tried again. */
  public static final class Contention extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Contention(String what) {
      super(what, null, false, false);
    }
  }

  /** True where the same transaction may succeed when tried again. */
  public static boolean isTransient(Throwable failure) {
    return failure instanceof Contention
        || (failure instanceof PgException error && TRANSIENT.contains(error.getSqlState()));
  }

  /** The failure in the words of the error catalogue; what is unknown stays as it is. */
  public static Throwable translate(Throwable failure) {
    return switch (failure) {
      case LifelongException known -> known;
      case Contention contention -> unavailable();
      case PgException error -> translate(error);
      case IOException io -> unavailable();
      case ClosedConnectionException closed -> unavailable();
      case NoStackTraceThrowable pool -> unavailable();
      default -> failure;
    };
  }

  private static Throwable translate(PgException error) {
    String state = error.getSqlState() == null ? "" : error.getSqlState();
    if (state.equals("53100")) {
      return new LifelongException(ErrorReason.ERROR_REASON_STORAGE_FULL, "store full");
    }
    if (state.equals("57014")) {
      return new LifelongException(
          ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED, "statement took too long");
    }
    boolean away = state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    return away || TRANSIENT.contains(state) ? unavailable() : error;
  }

  private static LifelongException unavailable() {
    return new LifelongException(ErrorReason.ERROR_REASON_DEPENDENCY_UNAVAILABLE, "database away");
  }
}
