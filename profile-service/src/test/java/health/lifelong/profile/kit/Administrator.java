package health.lifelong.profile.kit;

import health.lifelong.testing.PostgresResource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Connections of the database's administrator, whom no policy holds: tests look at rows with them.
 */
public final class Administrator {
  // A resource of the tests lives as long as all of them, so one pool a database does.
  private static final Map<String, Pool> POOLS = new ConcurrentHashMap<>();

  private Administrator() {}

  /** To the record's database. */
  public static Pool pool() {
    return POOLS.computeIfAbsent(setting("quarkus.datasource.reactive.url"), Administrator::open);
  }

  private static Pool open(String url) {
    PgConnectOptions options =
        PgConnectOptions.fromUri(url)
            .setUser(setting(PostgresResource.ADMINISTRATOR))
            .setPassword(setting(PostgresResource.ADMINISTRATOR_PASSWORD));
    return Pool.newInstance(
        PgBuilder.pool().with(new PoolOptions().setMaxSize(5)).connectingTo(options).build());
  }

  private static String setting(String name) {
    Config config = ConfigProvider.getConfig();
    return config.getValue(name, String.class);
  }
}
