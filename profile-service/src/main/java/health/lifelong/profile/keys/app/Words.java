package health.lifelong.profile.keys.app;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several texts as one run of bytes: each led by its length in bytes plus one as a base-128 number,
 * low digits first; 0 is no text.
 */
final class Words {
  private static final int DIGIT = 0x7F;
  private static final int MORE = 0x80;

  private Words() {}

  static boolean isEmpty(List<@Nullable String> words) {
    return words.stream().allMatch(word -> word == null);
  }

  static List<@Nullable String> none(int count) {
    return Collections.nCopies(count, null);
  }

  static byte[] pack(List<@Nullable String> words) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(128);
    for (String word : words) {
      byte[] bytes = word == null ? new byte[0] : word.getBytes(StandardCharsets.UTF_8);
      int length = word == null ? 0 : bytes.length + 1;
      for (; length > DIGIT; length >>>= 7) {
        packed.write(length & DIGIT | MORE);
      }
      packed.write(length);
      packed.writeBytes(bytes);
    }
    return packed.toByteArray();
  }

  static List<@Nullable String> unpack(byte[] packed) {
    List<@Nullable String> words = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(packed);
    while (in.hasRemaining()) {
      int length = length(in);
      words.add(length == 0 ? null : text(in, length - 1));
    }
    return words;
  }

  private static int length(ByteBuffer in) {
    int length = 0;
    for (int shift = 0; ; shift += 7) {
      byte digit = in.get();
      length |= (digit & DIGIT) << shift;
      if (digit >= 0) {
        return length;
      }
    }
  }

  private static String text(ByteBuffer in, int length) {
    String text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    return text;
  }
}
