package health.lifelong.analytics.cardiovascular.algorithm;

import health.lifelong.analytics.model.domain.Inputs;
import java.util.HashMap;
import java.util.Map;

/**
 * The values of the terms of a Cox model, by the names that its table uses: logarithms of
 * measurements, and flags as 0 or 1.
 */
final class CoxTerms {
  private final Inputs inputs;
  private final Map<String, Double> values = new HashMap<>();

  private CoxTerms(Inputs inputs) {
    this.inputs = inputs;
  }

  /** Age, treated or untreated pressure, smoking and diabetes, which every model here reads. */
  static CoxTerms common(Inputs inputs) {
    double pressure = StrictMath.log(inputs.number("sbp_mmhg"));
    boolean treated = inputs.flag("on_bp_treatment");
    CoxTerms terms =
        new CoxTerms(inputs)
            .ln("ln_age", "age_years")
            .flag("smoker", "current_smoker")
            .flag("diabetes", "diabetes");
    terms.values.put("ln_treated_sbp", treated ? pressure : 0);
    terms.values.put("ln_untreated_sbp", treated ? 0 : pressure);
    return terms;
  }

  /** The natural logarithm of an input. */
  CoxTerms ln(String term, String input) {
    values.put(term, StrictMath.log(inputs.number(input)));
    return this;
  }

  /** An input of yes or no. */
  CoxTerms flag(String term, String input) {
    values.put(term, inputs.flag(input) ? 1.0 : 0.0);
    return this;
  }

  /** The value of one term; asking for one that was not given is an error of the model. */
  double of(String term) {
    Double value = values.get(term);
    if (value == null) {
      throw new IllegalStateException("the equation asks for a term it was not given: " + term);
    }
    return value;
  }
}
