package health.lifelong.ingestion.submission.domain;

import java.util.Optional;

/**
 * Names a receipt: 63 bits, growing with time of acceptance; written as 13 characters of
 * Crockford's base 32, short enough for MSH-10 of an acknowledgement (20 characters up to HL7
 * v2.6).
 */
public record ReceiptId(long value) {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 13;

  public ReceiptId {
    if (value <= 0) {
      throw new IllegalArgumentException("receipt ids are positive");
    }
  }

  /** Reads the printed form; empty for anything else. */
  public static Optional<ReceiptId> parse(String text) {
    if (text.length() != LENGTH || DIGITS.indexOf(text.charAt(0)) > 7) {
      return Optional.empty();
    }
    long value = 0;
    for (int i = 0; i < LENGTH; i++) {
      int digit = DIGITS.indexOf(text.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      value = value << 5 | digit;
    }
    return value > 0 ? Optional.of(new ReceiptId(value)) : Optional.empty();
  }

  @Override
  public String toString() {
    char[] text = new char[LENGTH];
    long rest = value;
    for (int i = LENGTH - 1; i >= 0; i--) {
      text[i] = DIGITS.charAt((int) (rest & 31));
      rest >>>= 5;
    }
    return new String(text);
  }
}
