package health.lifelong.platform.gate;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.ErrorCatalogue;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.Problem;
import health.lifelong.platform.rest.ProblemJson;
import health.lifelong.platform.token.Wire;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The first check, before any parser and before authentication, of HTTP and gRPC alike: one
 * Authorization header, not too large, in the one spelling a token has.
 */
@ApplicationScoped
public class WireFilter {
  /** Before authentication, whose place is 200, and after headers that every answer gets. */
  private static final int EARLY = 290;

  void register(@Observes Filters filters) {
    filters.register(WireFilter::hold, EARLY);
  }

  private static void hold(RoutingContext context) {
    switch (Wire.of(context.request().headers().getAll(HttpHeaders.AUTHORIZATION))) {
      case Wire.Absent absent -> context.next();
      case Wire.Present present -> context.next();
      case Wire.Several several -> refuse(context, ErrorReason.ERROR_REASON_MALFORMED);
      case Wire.TooLarge large -> refuse(context, ErrorReason.ERROR_REASON_HEADER_TOO_LARGE);
      case Wire.Malformed malformed -> refuse(context, ErrorReason.ERROR_REASON_TOKEN_REJECTED);
    }
  }

  private static void refuse(RoutingContext context, ErrorReason reason) {
    LifelongException failure = new LifelongException(reason, "");
    HttpServerResponse response = context.response();
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (type != null && type.startsWith("application/grpc")) {
      response
          .putHeader(HttpHeaders.CONTENT_TYPE, "application/grpc")
          .putHeader("grpc-status", Integer.toString(ErrorCatalogue.of(reason).grpc().value()))
          .putHeader("grpc-message", ErrorCatalogue.code(reason))
          .end();
      return;
    }
    String challenge = Challenges.of(failure);
    if (challenge != null) {
      response.putHeader("WWW-Authenticate", challenge);
    }
    Problem problem = Problem.of(failure);
    response
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(ProblemJson.of(problem));
  }
}
