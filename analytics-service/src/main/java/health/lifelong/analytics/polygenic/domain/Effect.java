package health.lifelong.analytics.polygenic.domain;

/** How many copies of the effect allele add to a score, 0 to 2. */
public sealed interface Effect {

  /** What a genotype with this many copies adds. */
  double of(int copies);

  /**
   * What a person adds on average where the effect allele has this frequency, in Hardy-Weinberg
   * proportions.
   */
  default double expected(double frequency) {
    double other = 1 - frequency;
    return other * other * of(0) + 2 * frequency * other * of(1) + frequency * frequency * of(2);
  }

  /** Each copy adds the weight. */
  record Additive(double weight) implements Effect {
    @Override
    public double of(int copies) {
      return weight * copies;
    }
  }

  /** One copy adds as much as two. */
  record Dominant(double weight) implements Effect {
    @Override
    public double of(int copies) {
      return weight * Math.min(copies, 1);
    }
  }

  /** Only two copies add. */
  record Recessive(double weight) implements Effect {
    @Override
    public double of(int copies) {
      return weight * Math.max(copies - 1, 0);
    }
  }

  /** A weight of its own for each number of copies. */
  record PerDosage(double none, double one, double two) implements Effect {
    @Override
    public double of(int copies) {
      return switch (copies) {
        case 0 -> none;
        case 1 -> one;
        default -> two;
      };
    }
  }

  /** A haplotype, diplotype, interaction, HLA or APOE row: reported, never guessed. */
  record Complex(String what) implements Effect {
    @Override
    public double of(int copies) {
      throw new IllegalStateException("a complex row has no weight per copy");
    }
  }
}
