package health.lifelong.ingestion.submission.mllp;

import health.lifelong.ingestion.submission.app.CentreCertificates;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.jboss.logging.Logger;

/** Mutual TLS in front of MLLP: a connection is a centre's when its certificate says so. */
@ApplicationScoped
public class TlsDoor {
  /** The named TLS configuration of both kinds of doors, MLLP and HTTPS. */
  static final String CONFIGURATION = "centres";

  private static final Logger LOG = Logger.getLogger(TlsDoor.class);
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private final MllpConfig config;
  private final TlsConfigurationRegistry registry;
  private final CentreCertificates certificates;

  TlsDoor(MllpConfig config, TlsConfigurationRegistry registry, CentreCertificates certificates) {
    this.config = config;
    this.registry = registry;
    this.certificates = certificates;
  }

  /**
   * The encrypted form of a connection to the door of {@code centre}. Refused are a missing
   * certificate, one of an issuer that is not trusted, an expired one, and one of another centre.
   */
  Socket open(String centre, Socket connection) throws IOException {
    connection.setSoTimeout(Math.toIntExact(config.handshake().toMillis()));
    SSLSocket encrypted =
        (SSLSocket)
            context().getSocketFactory().createSocket(connection, null, connection.getPort(), true);
    encrypted.setUseClientMode(false);
    encrypted.setNeedClientAuth(true);
    encrypted.setEnabledProtocols(PROTOCOLS);
    encrypted.startHandshake();
    Optional<String> sender = certificates.centre(encrypted.getSession());
    if (!sender.equals(Optional.of(centre))) {
      LOG.warnf("mllp.refused door=%s certificate=%s", centre, sender.orElse("of no centre"));
      encrypted.close();
      throw new SSLPeerUnverifiedException("the certificate is not of the centre of this door");
    }
    return encrypted;
  }

  // Asked anew for each connection: a renewed certificate holds from the next one on.
  private SSLContext context() throws IOException {
    try {
      return registry
          .get(CONFIGURATION)
          .orElseThrow(() -> new IOException("quarkus.tls.centres is not configured"))
          .createSSLContext();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("quarkus.tls.centres gives no TLS", e);
    }
  }
}
