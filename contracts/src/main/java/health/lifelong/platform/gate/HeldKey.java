package health.lifelong.platform.gate;

import health.lifelong.platform.token.AccessToken.Binding;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * A token bound to a key is taken only from who holds that key: the client certificate of the
 * connection (RFC 8705). A binding that cannot be checked is none that holds.
 */
@ApplicationScoped
public class HeldKey implements SecurityIdentityAugmentor {
  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (!(identity.getPrincipal() instanceof GatePrincipal principal)) {
      return Uni.createFrom().item(identity);
    }
    boolean held =
        switch (principal.token().binding()) {
          case Binding.Free free -> true;
          case Binding.Certificate bound ->
              certificate(identity).map(bound.thumbprint()::equals).orElse(false);
          case Binding.Unknown unknown -> false;
        };
    return held
        ? Uni.createFrom().item(identity)
        : Uni.createFrom().failure(new AuthenticationFailedException("bound to another key"));
  }

  private static Optional<String> certificate(SecurityIdentity identity) {
    @Nullable RoutingContext request = identity.getAttribute(RoutingContext.class.getName());
    SSLSession session = request == null ? null : request.request().sslSession();
    if (session == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(thumbprint(session.getPeerCertificates()[0]));
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  /** SHA-256 of the certificate's DER form, in base64url, as {@code x5t#S256} writes it. */
  static String thumbprint(Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
