package health.lifelong.gateway.web.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;

/**
 * Headers of every answer: the web app runs only its own files, and nothing of the API is ever kept
 * by a cache. Hashed files of the build never change and may be kept for ever.
 */
@ApplicationScoped
public class WebHeaders {
  /** Before authentication, whose place is 200: a refused token gets the headers too. */
  private static final int EARLY = 300;

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'%s;"
          + " manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private final String policy;

  WebHeaders(SignInConfig signIn) {
    this.policy = POLICY.formatted(origin(signIn.authority()));
  }

  /** The page asks the identity provider for tokens, and nobody else for anything. */
  private static String origin(String authority) {
    if (authority.isBlank()) {
      return "";
    }
    URI uri = URI.create(authority);
    return " " + uri.getScheme() + "://" + uri.getAuthority();
  }

  void register(@Observes Filters filters) {
    filters.register(this::add, EARLY);
  }

  private void add(RoutingContext context) {
    HttpServerResponse response = context.response();
    response.putHeader("Content-Security-Policy", policy);
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("Referrer-Policy", "no-referrer");
    response.putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    String path = context.normalizedPath();
    response.putHeader(
        "Cache-Control",
        path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-store");
    context.next();
  }
}
