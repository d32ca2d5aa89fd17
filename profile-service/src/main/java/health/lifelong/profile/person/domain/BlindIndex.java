package health.lifelong.profile.person.domain;

import java.util.HexFormat;

/**
 * A keyed hash under which an identifier can be found and from which it cannot be read. Compares by
 * content.
 */
public record BlindIndex(String hex) implements Comparable<BlindIndex> {

  /** Wraps the 32 bytes of an HMAC-SHA-256. */
  public static BlindIndex of(byte[] bytes) {
    return new BlindIndex(HexFormat.of().formatHex(bytes));
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public int compareTo(BlindIndex other) {
    return hex.compareTo(other.hex);
  }
}
