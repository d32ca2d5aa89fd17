package health.lifelong.ingestion.fhir.algorithm;

/** Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF. */
public final class Utf8 {
  /** Result of {@link #firstFault} for valid bytes. */
  public static final int VALID = -1;

  private Utf8() {}

  /** Offset of the first byte that is not UTF-8, or {@link #VALID}. */
  public static int firstFault(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      byte lead = bytes[i];
      if (lead >= 0) {
        i++;
        continue;
      }
      int length = sequenceLength(bytes, i, to);
      if (length == 0) {
        return i;
      }
      i += length;
    }
    return VALID;
  }

  /** Bytes of the byte-order mark at the start: 3 or 0. */
  public static int byteOrderMark(byte[] bytes, int length) {
    boolean marked =
        length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return marked ? 3 : 0;
  }

  private static int sequenceLength(byte[] bytes, int at, int to) {
    int lead = bytes[at] & 0xFF;
    int left = to - at;
    if (lead >= 0xC2 && lead <= 0xDF) {
      return left >= 2 && within(bytes[at + 1], 0x80, 0xBF) ? 2 : 0;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      int low = lead == 0xE0 ? 0xA0 : 0x80;
      int high = lead == 0xED ? 0x9F : 0xBF;
      return left >= 3 && within(bytes[at + 1], low, high) && within(bytes[at + 2], 0x80, 0xBF)
          ? 3
          : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
      int low = lead == 0xF0 ? 0x90 : 0x80;
      int high = lead == 0xF4 ? 0x8F : 0xBF;
      return left >= 4
              && within(bytes[at + 1], low, high)
              && within(bytes[at + 2], 0x80, 0xBF)
              && within(bytes[at + 3], 0x80, 0xBF)
          ? 4
          : 0;
    }
    return 0;
  }

  private static boolean within(byte value, int low, int high) {
    int unsigned = value & 0xFF;
    return unsigned >= low && unsigned <= high;
  }
}
