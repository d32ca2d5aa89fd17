package health.lifelong.ingestion.kit;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.UUID;

/** Tokens of centres, as the identity provider gives them. */
public final class CentreToken {
  private CentreToken() {}

  /** A token of this centre, good for five minutes. */
  public static String of(String centre) {
    try {
      Instant now = Instant.now();
      return Jwt.issuer("https://lifelong.local")
          .subject("lis-" + centre)
          .audience("lifelong-ingestion")
          .groups("centre")
          .claim("centre", centre)
          .claim("azp", "lis")
          .claim("scope", "system/*.cruds")
          .claim("jti", UUID.randomUUID().toString())
          .issuedAt(now)
          .expiresAt(now.plusSeconds(300))
          .jws()
          .header("typ", "at+jwt")
          .keyId(IngestionResource.KEY_ID)
          .algorithm(io.smallrye.jwt.algorithm.SignatureAlgorithm.ES256)
          .sign(
              KeyFactory.getInstance("EC")
                  .generatePrivate(new PKCS8EncodedKeySpec(IngestionResource.signingKey())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
