package health.lifelong.analytics.genome.domain;

/**
 * What the X and Y chromosomes of a genome look like; a check for swapped samples, never a finding
 * shown to a person.
 *
 * @param xCalls usable calls on X outside the regions it shares with Y
 * @param xHeterozygous heterozygous ones of them
 * @param yCalls usable calls on Y
 */
public record SexGuess(Sex sex, int xCalls, int xHeterozygous, int yCalls) {

  /** Chromosomal sex as far as the file shows it. */
  public enum Sex {
    FEMALE,
    MALE,
    UNKNOWN
  }
}
