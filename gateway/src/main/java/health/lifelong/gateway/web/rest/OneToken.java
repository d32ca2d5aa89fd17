package health.lifelong.gateway.web.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * More than one token is none: which of them a proxy before us had looked at, nobody could tell.
 */
@ApplicationScoped
public class OneToken {
  /** Before authentication, whose place is 200. */
  private static final int EARLY = 290;

  void register(@Observes Filters filters) {
    filters.register(OneToken::hold, EARLY);
  }

  private static void hold(RoutingContext context) {
    MultiMap headers = context.request().headers();
    if (headers.getAll(HttpHeaders.AUTHORIZATION).size() > 1) {
      headers.remove(HttpHeaders.AUTHORIZATION);
    }
    context.next();
  }
}
