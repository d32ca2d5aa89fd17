package health.lifelong.analytics.population.algorithm;

import health.lifelong.analytics.population.domain.Area;
import java.util.Arrays;

/**
 * Area under the receiver operating characteristic curve: the probability that a case scores higher
 * than a control, an equal score counting one half (Hanley and McNeil, Radiology 1982;143:29). The
 * interval and the difference of two areas in the same persons are DeLong's (Biometrics
 * 1988;44:837), by mid-ranks in O(n log n) (Sun and Xu, IEEE Signal Process Lett 2014;21:1389).
 */
public final class RocArea {
  private static final double NORMAL_95 = 1.959963984540054;

  /** What each case and each control adds; mean of {@code cases} is the area. */
  private record Components(double area, double[] cases, double[] controls) {}

  private RocArea() {}

  /**
   * The area of a score, higher meaning more risk.
   *
   * @param event whether each person is a case; both cases and controls are needed
   */
  public static Area of(double[] score, boolean[] event) {
    Components parts = components(score, event);
    return area(parts.area(), variance(parts.cases(), parts.controls()));
  }

  /** The area of the first score minus that of the second, in the same persons. */
  public static Area difference(double[] first, double[] second, boolean[] event) {
    Components a = components(first, event);
    Components b = components(second, event);
    return area(
        a.area() - b.area(),
        variance(minus(a.cases(), b.cases()), minus(a.controls(), b.controls())));
  }

  private static Area area(double value, double variance) {
    double half = NORMAL_95 * StrictMath.sqrt(variance);
    return new Area(value, value - half, value + half);
  }

  private static Components components(double[] score, boolean[] event) {
    double[] caseScores = select(score, event, true);
    double[] controlScores = select(score, event, false);
    if (caseScores.length == 0 || controlScores.length == 0) {
      throw new IllegalArgumentException("an area needs cases and controls");
    }
    double[] all = Ranks.middle(score);
    double[] cases =
        placed(select(all, event, true), Ranks.middle(caseScores), controlScores.length);
    double[] above =
        placed(select(all, event, false), Ranks.middle(controlScores), caseScores.length);
    double[] controls = new double[above.length];
    for (int i = 0; i < above.length; i++) {
      controls[i] = 1 - above[i];
    }
    return new Components(mean(cases), cases, controls);
  }

  private static double[] placed(double[] amongAll, double[] amongOwn, int others) {
    double[] share = new double[amongAll.length];
    for (int i = 0; i < share.length; i++) {
      share[i] = (amongAll[i] - amongOwn[i]) / others;
    }
    return share;
  }

  private static double variance(double[] cases, double[] controls) {
    return spread(cases) / cases.length + spread(controls) / controls.length;
  }

  private static double spread(double[] values) {
    if (values.length < 2) {
      return 0;
    }
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / (values.length - 1);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  private static double[] select(double[] values, boolean[] event, boolean wanted) {
    double[] selected = new double[values.length];
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      if (event[i] == wanted) {
        selected[n++] = values[i];
      }
    }
    return Arrays.copyOf(selected, n);
  }
}
