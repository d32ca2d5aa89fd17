package health.lifelong.ingestion.lifestyle.algorithm;

import health.lifelong.ingestion.lifestyle.domain.Signal;
import health.lifelong.ingestion.lifestyle.domain.Signal.Statistic;
import health.lifelong.ingestion.record.domain.LifestyleDay;
import health.lifelong.vocabulary.ItemCatalogue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What all days have in common: version, unit, rounding, and the hash of what they were computed
 * from.
 */
final class DayBuilder {
  /** Changes with any change of the arithmetic, so that an old day is known as one. */
  static final String VERSION = "apple-days-1";

  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final int DECIMALS = 6;

  private final Signal signal;
  private final Samples samples;
  private final Sources sources;
  private final String unit;

  DayBuilder(Signal signal, Samples samples, Sources sources) {
    this.signal = signal;
    this.samples = samples;
    this.sources = sources;
    this.unit = unit(signal);
  }

  /** The UCUM unit days of this signal are in. */
  static String unit(Signal signal) {
    return Objects.requireNonNull(
        ItemCatalogue.standard().byCode(signal.itemCode()).orElseThrow().ucum());
  }

  /**
   * One day of one statistic.
   *
   * @param source number of the source shown
   * @param inputs all samples of the day in canonical order
   * @param used how many samples the value rests on
   */
  LifestyleDay day(
      int day,
      Statistic statistic,
      double value,
      int source,
      int[] inputs,
      int used,
      int coverageSeconds) {
    boolean assumed = false;
    TreeSet<String> names = new TreeSet<>();
    for (int i : inputs) {
      assumed |= samples.offsetAssumed(i);
      names.add(sources.get(samples.source(i)).name());
    }
    return new LifestyleDay(
        FIRST_DAY.plusDays(day),
        signal.label(),
        decimal(value),
        unit,
        statistic.label(),
        sources.get(source).name(),
        List.copyOf(names),
        used,
        coverageSeconds / 60,
        VERSION,
        hash(inputs),
        assumed);
  }

  /** At most six decimals, trailing zeros of sums dropped; readings keep the digits they had. */
  static BigDecimal decimal(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    BigDecimal rounded =
        exact.scale() > DECIMALS ? exact.setScale(DECIMALS, RoundingMode.HALF_EVEN) : exact;
    BigDecimal bare = rounded.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }

  private String hash(int[] inputs) {
    MessageDigest digest = sha256();
    digest.update((VERSION + "|" + signal.label() + "\n").getBytes(StandardCharsets.UTF_8));
    StringBuilder line = new StringBuilder();
    for (int i : inputs) {
      line.setLength(0);
      line.append(samples.start(i))
          .append('|')
          .append(samples.length(i))
          .append('|')
          .append(samples.offset(i))
          .append('|')
          .append(samples.created(i))
          .append('|')
          .append(samples.value(i))
          .append('|')
          .append(sources.get(samples.source(i)).rank())
          .append('|')
          .append(sources.get(samples.source(i)).name())
          .append('\n');
      digest.update(line.toString().getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The hash of a value that came as a day already. */
  static String hash(Collection<String> inputs) {
    MessageDigest digest = sha256();
    inputs.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
