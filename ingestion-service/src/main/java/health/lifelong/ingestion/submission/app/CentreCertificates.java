package health.lifelong.ingestion.submission.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Says which centre a client certificate is of (decision record 0019). The connection has checked
 * issuer and dates already; a name that nobody configured, and names of two centres, are of none.
 */
@ApplicationScoped
public class CentreCertificates {
  private static final int DNS_NAME = 2;

  private final Map<String, String> centres = new HashMap<>();

  public CentreCertificates(CentresConfig config) {
    config
        .names()
        .forEach(
            (centre, name) -> {
              String before = centres.put(name.toLowerCase(Locale.ROOT), centre);
              if (before != null) {
                throw new IllegalStateException(
                    "lifelong.centres.names: " + before + " and " + centre + " share one name");
              }
            });
  }

  /** True where the other side of a connection presented a certificate. */
  public static boolean presented(@Nullable SSLSession session) {
    return session != null && certificate(session).isPresent();
  }

  /** The centre whose certificate the other side of a connection presented. */
  public Optional<String> centre(@Nullable SSLSession session) {
    return session == null ? Optional.empty() : certificate(session).flatMap(this::centre);
  }

  private static Optional<X509Certificate> certificate(SSLSession session) {
    try {
      Certificate[] chain = session.getPeerCertificates();
      return chain[0] instanceof X509Certificate own ? Optional.of(own) : Optional.empty();
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  private Optional<String> centre(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      if (names == null) {
        return Optional.empty();
      }
      List<String> found =
          names.stream()
              .filter(name -> name.getFirst().equals(DNS_NAME))
              .map(name -> centres.get(name.get(1).toString().toLowerCase(Locale.ROOT)))
              .filter(centre -> centre != null)
              .distinct()
              .toList();
      return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    } catch (CertificateParsingException e) {
      return Optional.empty();
    }
  }
}
