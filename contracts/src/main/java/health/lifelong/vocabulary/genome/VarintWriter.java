package health.lifelong.vocabulary.genome;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow; integers go in as base-128 varints, low group first. */
final class VarintWriter {
  private byte[] bytes;
  private int length;

  VarintWriter(int expected) {
    bytes = new byte[Math.max(16, expected)];
  }

  /** Writes a number that is not negative. */
  void number(long value) {
    room(10);
    long rest = value;
    while (rest > 0x7F) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /** Writes a number of either sign, small ones short. */
  void signed(long value) {
    number(value << 1 ^ value >> 63);
  }

  void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    raw(utf8, utf8.length);
  }

  void raw(byte[] source, int count) {
    room(count);
    System.arraycopy(source, 0, bytes, length, count);
    length += count;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void room(int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length * 2));
    }
  }
}
