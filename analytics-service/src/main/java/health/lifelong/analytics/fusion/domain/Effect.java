package health.lifelong.analytics.fusion.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a factor does to a risk, and how it is spread over the population the risk is of. */
public sealed interface Effect {

  /**
   * A polygenic score that is standard normal in the target population.
   *
   * @param z the person's standing among them
   * @param logRatio log hazard or odds ratio per standard deviation of the whole score
   * @param standardError of {@code logRatio}; null where the study prints no interval
   * @param reach correlation of the score as it was read with the whole score: 1 for all of it, 0
   *     for none. The effect shrinks with it
   */
  record PerDeviation(double z, double logRatio, @Nullable Double standardError, double reach)
      implements Effect {}

  /**
   * A genotype or habit with classes.
   *
   * @param levels all classes with their shares in the target population, or in the stratum of the
   *     exposure that the baseline already holds
   * @param mine index of the person's class
   */
  record Levels(List<Level> levels, int mine) implements Effect {
    /** Copies the list; a class that is not in it is an error of the caller. */
    public Levels {
      levels = List.copyOf(levels);
      if (mine < 0 || mine >= levels.size()) {
        throw new IllegalArgumentException("the person is in one of the classes");
      }
    }
  }

  /**
   * One class.
   *
   * @param share of the population, null where nobody has counted
   * @param logRatio against the reference class, for which it is 0
   * @param standardError of it, 0 for the reference class; null where no interval is printed
   */
  record Level(
      String name, @Nullable Double share, double logRatio, @Nullable Double standardError) {}
}
