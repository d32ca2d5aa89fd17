package health.lifelong.gateway.web.rest;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Tells the web app where to sign in: {@code GET /sign-in.json}. A file of the page and no
 * operation of the API; one build of the page serves every installation.
 */
@ApplicationScoped
public class SignInSettings {
  private final String settings;

  SignInSettings(SignInConfig config) {
    this.settings =
        new JsonObject()
            .put("issuer", config.issuer())
            .put("authority", config.authority())
            .put("client", config.client())
            .encode();
  }

  void register(@Observes Router router) {
    router
        .get("/sign-in.json")
        .handler(
            context ->
                context
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(settings));
  }
}
