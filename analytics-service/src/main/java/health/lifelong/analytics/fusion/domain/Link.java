package health.lifelong.analytics.fusion.domain;

/**
 * The scale on which an effect adds up: the complementary log-log of a hazard ratio, the logit of
 * an odds ratio. Both are monotone maps between a probability in (0, 1) and the real line.
 */
public enum Link {
  /** Effect is a log hazard ratio: {@code R' = 1 - (1 - R)^exp(g - c)}. */
  HAZARD {
    @Override
    public double of(double risk) {
      return StrictMath.log(-StrictMath.log1p(-risk));
    }

    @Override
    public double risk(double predictor) {
      return -StrictMath.expm1(-StrictMath.exp(predictor));
    }

    @Override
    public double slope(double predictor) {
      double hazard = StrictMath.exp(predictor);
      return hazard * StrictMath.exp(-hazard);
    }
  },
  /** Effect is a log odds ratio: {@code logit R' = logit R + g - c}. */
  ODDS {
    @Override
    public double of(double risk) {
      return StrictMath.log(risk) - StrictMath.log1p(-risk);
    }

    @Override
    public double risk(double predictor) {
      return 1 / (1 + StrictMath.exp(-predictor));
    }

    @Override
    public double slope(double predictor) {
      double risk = risk(predictor);
      return risk * (1 - risk);
    }
  };

  /** The linear predictor of a risk in (0, 1). */
  public abstract double of(double risk);

  /** The risk of a linear predictor. */
  public abstract double risk(double predictor);

  /** How fast the risk rises with the predictor. */
  public abstract double slope(double predictor);
}
