package health.lifelong.analytics.genome.algorithm;

import health.lifelong.analytics.genome.domain.SexGuess;
import health.lifelong.analytics.genome.domain.SexGuess.Sex;
import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallState;
import health.lifelong.vocabulary.genome.Genotypes;

/**
 * Guesses the chromosomal sex from heterozygosity on X outside the pseudo-autosomal regions
 * (genomics.md 2.7): above 0.10 female, below 0.02 male. A low rate alone does not show a man,
 * since a file of one gene on X may hold nothing but the common genotypes; so it takes single
 * copies on X, or many sites on X and calls on Y.
 */
final class SexGuesser {
  private static final int FEWEST_FOR_FEMALE = 50;
  private static final int FEWEST_SINGLE_COPIES = 20;
  private static final int FEWEST_X_OF_MALE = 300;
  private static final int FEWEST_Y_OF_MALE = 20;

  private int x;
  private int xSingle;
  private int xHeterozygous;
  private int y;

  private SexGuesser() {}

  static SexGuess guess(Genotypes genotypes) {
    SexGuesser counts = new SexGuesser();
    genotypes
        .all()
        .filter(call -> call.state() == CallState.CALLED)
        .forEach(call -> counts.count(call, genotypes.build()));
    return new SexGuess(counts.sex(), counts.x, counts.xHeterozygous, counts.y);
  }

  private void count(Call call, String build) {
    if (call.chromosome().equals("Y") && !shared(call.position(), build, true)) {
      y++;
    }
    if (!call.chromosome().equals("X") || shared(call.position(), build, false)) {
      return;
    }
    x++;
    xSingle += call.haploid() ? 1 : 0;
    xHeterozygous += !call.haploid() && call.first() != call.second() ? 1 : 0;
  }

  private Sex sex() {
    double rate = x == 0 ? 0 : (double) xHeterozygous / x;
    if (x >= FEWEST_FOR_FEMALE && rate > 0.10 && xSingle == 0) {
      return Sex.FEMALE;
    }
    boolean singleCopies = xSingle >= FEWEST_SINGLE_COPIES && xSingle > 0.9 * x;
    boolean manyWithY = x >= FEWEST_X_OF_MALE && y >= FEWEST_Y_OF_MALE;
    return rate < 0.02 && (singleCopies || manyWithY) ? Sex.MALE : Sex.UNKNOWN;
  }

  /**
   * Regions that X and Y share. Where the build is unknown their ends are, too, so the widest ones
   * are taken.
   */
  private static boolean shared(int position, String build, boolean onY) {
    return switch (build) {
      case "GRCh38" -> position <= 2_781_479 || position >= (onY ? 56_887_903 : 155_701_383);
      case "GRCh37" -> position <= 2_699_520 || position >= (onY ? 59_034_050 : 154_931_044);
      default -> position <= 2_781_479 || position >= (onY ? 56_887_903 : 154_000_000);
    };
  }
}
