package health.lifelong.vocabulary.genome;

import java.nio.charset.StandardCharsets;

/** Reads what {@link VarintWriter} wrote; every fault is an IllegalArgumentException. */
final class VarintReader {
  private final byte[] bytes;
  private int at;

  VarintReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int at() {
    return at;
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      if (at >= bytes.length) {
        throw new IllegalArgumentException("the block is cut");
      }
      byte next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("the block is damaged");
  }

  long signed() {
    long value = number();
    return value >>> 1 ^ -(value & 1);
  }

  /** A number of at most {@code largest}. */
  int count(int largest) {
    long value = number();
    if (value > largest) {
      throw new IllegalArgumentException("the block is damaged");
    }
    return (int) value;
  }

  String text() {
    int length = count(bytes.length - at);
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }
}
