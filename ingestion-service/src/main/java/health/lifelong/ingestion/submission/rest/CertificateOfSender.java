package health.lifelong.ingestion.submission.rest;

import health.lifelong.ingestion.submission.app.CentreCertificates;
import health.lifelong.ingestion.submission.app.CentresConfig;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import javax.net.ssl.SSLSession;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Takes a centre's token only from the centre itself: the client certificate of the connection must
 * be of the centre that the token names. A stolen token alone, and a token of another centre, open
 * nothing.
 */
@ApplicationScoped
public class CertificateOfSender implements SecurityIdentityAugmentor {
  private static final String CENTRE = "centre";

  private final CentreCertificates certificates;
  private final boolean required;

  CertificateOfSender(CentreCertificates certificates, CentresConfig config) {
    this.certificates = certificates;
    this.required = config.certificateRequired();
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (!identity.hasRole(CENTRE) || isSent(identity)) {
      return Uni.createFrom().item(identity);
    }
    return Uni.createFrom()
        .failure(new AuthenticationFailedException("not over the centre's own certificate"));
  }

  private boolean isSent(SecurityIdentity identity) {
    @Nullable RoutingContext request = identity.getAttribute(RoutingContext.class.getName());
    SSLSession session = request == null ? null : request.request().sslSession();
    if (!required && !CentreCertificates.presented(session)) {
      return true;
    }
    return identity.getPrincipal() instanceof JsonWebToken token
        && certificates
            .centre(session)
            .map(centre -> centre.equals(token.getClaim(CENTRE)))
            .orElse(false);
  }
}
