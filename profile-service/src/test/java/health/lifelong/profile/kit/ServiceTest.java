package health.lifelong.profile.kit;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running service with a real database. */
@NullUnmarked
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ProfileResource.class)
public abstract class ServiceTest {
  @TestHTTPResource protected URL url;

  /** The service's own: with its role, and with nothing said it sees no row of a person. */
  @Inject protected Pool pool;

  protected Profile profile;

  @BeforeEach
  void connect() {
    profile = new Profile(url.getPort());
  }

  @AfterEach
  void disconnect() {
    profile.close();
  }

  /** Asks the database as its administrator, past every policy. */
  protected <T> List<T> query(String sql, Function<Row, T> read, Object... parameters) {
    Tuple tuple = Tuple.tuple();
    for (Object parameter : parameters) {
      tuple.addValue(parameter);
    }
    return Administrator.pool().preparedQuery(sql).execute(tuple).await().indefinitely().stream()
        .map(read)
        .toList();
  }

  protected static @Nullable ErrorReason reason(Throwable failure) {
    return LifelongException.from(failure).reason();
  }
}
