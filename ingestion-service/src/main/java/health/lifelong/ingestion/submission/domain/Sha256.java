package health.lifelong.ingestion.submission.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one digest of keys and contents. */
public final class Sha256 {
  private Sha256() {}

  /** A fresh digest. */
  public static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
