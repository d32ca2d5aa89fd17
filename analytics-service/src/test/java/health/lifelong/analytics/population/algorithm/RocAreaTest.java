package health.lifelong.analytics.population.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.population.domain.Area;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RocAreaTest {
  /** Hanley and McNeil 1982, table I: ratings 1 to 5 of 58 normal and 51 abnormal CT images. */
  private static final int[] NORMAL = {33, 6, 6, 11, 2};

  private static final int[] ABNORMAL = {3, 2, 2, 11, 33};

  @Test
  void theAreaOfTheRatedImagesIsThatOfHanleyAndMcNeil() {
    double[] rating = new double[109];
    boolean[] abnormal = new boolean[109];
    int n = 0;
    for (int grade = 0; grade < 5; grade++) {
      Arrays.fill(rating, n, n + NORMAL[grade] + ABNORMAL[grade], grade + 1);
      Arrays.fill(abnormal, n + NORMAL[grade], n + NORMAL[grade] + ABNORMAL[grade], true);
      n += NORMAL[grade] + ABNORMAL[grade];
    }
    Area area = RocArea.of(rating, abnormal);
    assertThat(area.value()).isCloseTo(0.893, within(0.0005));
    // They print a standard error of 0.032 by their own formula.
    assertThat((area.high() - area.low()) / (2 * 1.96)).isCloseTo(0.032, within(0.002));
  }

  @Test
  void areaIntervalAndGainAreThoseOfEveryPairCountedByHand() {
    long seed = 20261124;
    System.out.println("RocAreaTest seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 30; round++) {
      int n = 20 + random.nextInt(60);
      double[] a = new double[n];
      double[] b = new double[n];
      boolean[] event = new boolean[n];
      for (int i = 0; i < n; i++) {
        event[i] = i < 3 || (i > 5 && random.nextInt(3) == 0);
        a[i] = random.nextInt(8) + (event[i] ? 1 : 0);
        b[i] = random.nextInt(6);
      }
      check(RocArea.of(a, event), pairs(a, event), null);
      check(RocArea.difference(a, b, event), pairs(a, event), pairs(b, event));
    }
  }

  @Test
  void aScoreThatIsTheSameForEveryoneIsWorthAHalf() {
    Area area = RocArea.of(new double[] {3, 3, 3, 3}, new boolean[] {true, false, true, false});
    assertThat(area).isEqualTo(new Area(0.5, 0.5, 0.5));
  }

  @Test
  void withoutCasesThereIsNoArea() {
    assertThatThrownBy(() -> RocArea.of(new double[] {1, 2}, new boolean[] {false, false}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void check(Area got, double[][] first, double @Nullable [][] second) {
    int cases = first.length;
    int controls = first[0].length;
    double[][] psi = new double[cases][controls];
    double sum = 0;
    for (int i = 0; i < cases; i++) {
      for (int j = 0; j < controls; j++) {
        psi[i][j] = first[i][j] - (second == null ? 0 : second[i][j]);
        sum += psi[i][j];
      }
    }
    double area = sum / cases / controls;
    double byCase = 0;
    for (double[] row : psi) {
      double d = Arrays.stream(row).average().orElseThrow() - area;
      byCase += d * d / (cases - 1) / cases;
    }
    double byControl = 0;
    for (int j = 0; j < controls; j++) {
      double mean = 0;
      for (double[] row : psi) {
        mean += row[j] / cases;
      }
      byControl += (mean - area) * (mean - area) / (controls - 1) / controls;
    }
    double half = 1.959963984540054 * Math.sqrt(byCase + byControl);
    assertThat(got.value()).isCloseTo(area, within(1e-12));
    assertThat(got.low()).isCloseTo(area - half, within(1e-12));
    assertThat(got.high()).isCloseTo(area + half, within(1e-12));
  }

  private static double[][] pairs(double[] score, boolean[] event) {
    return IntStream.range(0, score.length)
        .filter(i -> event[i])
        .mapToObj(
            i ->
                IntStream.range(0, score.length)
                    .filter(j -> !event[j])
                    .mapToDouble(j -> score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0)
                    .toArray())
        .toArray(double[][]::new);
  }
}
