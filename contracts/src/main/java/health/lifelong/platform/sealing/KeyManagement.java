package health.lifelong.platform.sealing;

import javax.crypto.SecretKey;

/**
 * What a service asks of the place that keeps its root key: a key management service or a hardware
 * module. The root never leaves it; a service sees wrapped keys only.
 */
public interface KeyManagement {
  /** Wraps a key under the root. */
  byte[] wrap(SecretKey key);

  /** Unwraps a key that {@link #wrap} wrapped; fails with {@link SealBroken} for any other. */
  SecretKey unwrap(byte[] wrapped);
}
