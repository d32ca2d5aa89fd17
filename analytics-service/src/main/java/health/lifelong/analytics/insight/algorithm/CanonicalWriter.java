package health.lifelong.analytics.insight.algorithm;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes values so that equal values are equal bytes and unequal ones never are: every text and
 * list is led by its length, what may be absent by a byte that says whether it is there. Numbers
 * are the 64 bits of {@link Double#doubleToLongBits}, high byte first; decimals their text, as 7.40
 * is not 7.4 to whoever sent it; days are counted from 1970-01-01.
 */
final class CanonicalWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
  private final DataOutputStream out = new DataOutputStream(bytes);

  private interface Write {
    void to(DataOutputStream out) throws IOException;
  }

  private CanonicalWriter write(Write write) {
    try {
      write.to(out);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  CanonicalWriter text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return write(
        to -> {
          to.writeInt(utf8.length);
          to.write(utf8);
        });
  }

  CanonicalWriter number(double number) {
    return write(to -> to.writeLong(Double.doubleToLongBits(number)));
  }

  CanonicalWriter whole(long number) {
    return write(to -> to.writeLong(number));
  }

  CanonicalWriter decimal(BigDecimal number) {
    return text(number.toString());
  }

  CanonicalWriter flag(boolean flag) {
    return write(to -> to.writeByte(flag ? 1 : 0));
  }

  CanonicalWriter day(@Nullable LocalDate day) {
    flag(day != null);
    return day == null ? this : whole(day.toEpochDay());
  }

  CanonicalWriter name(@Nullable Enum<?> constant) {
    return optional(constant == null ? null : constant.name());
  }

  CanonicalWriter optional(@Nullable String text) {
    flag(text != null);
    return text == null ? this : text(text);
  }

  <T> CanonicalWriter list(Collection<T> values, Consumer<T> each) {
    write(to -> to.writeInt(values.size()));
    values.forEach(each);
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
