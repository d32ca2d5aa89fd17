package health.lifelong.analytics.model.algorithm;

import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.OutputValue.NoValue;
import health.lifelong.analytics.model.domain.RefusalReason;
import java.util.List;
import java.util.Optional;

/** A small model with every way of having no value. */
final class Squares implements Model {
  private final ModelCard card;

  private Squares(ModelCard card) {
    this.card = card;
  }

  static Squares served() {
    return new Squares(frame().build());
  }

  static Squares evaluateOnly() {
    return new Squares(frame().evaluateOnly().build());
  }

  private static ModelCard.Builder frame() {
    return ModelCard.of("squares", "1")
        .title("제곱", "Squares")
        .input(ModelInput.number("x", "1", 0.0, 10.0, "the number x"))
        .input(ModelInput.flag("treated", "takes medicine"))
        .input(ModelInput.sex())
        .output(ModelOutput.of("square", "1", "x squared", "x"))
        .output(ModelOutput.of("root", "1", "the root of x", "x"))
        .output(ModelOutput.of("inverse", "1", "one by x", "x"))
        .output(ModelOutput.of("dose", "1", "1 if treated", "treated"))
        .excludes(Exclusion.PREGNANCY, Exclusion.DIALYSIS);
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs in) {
    return switch (output.name()) {
      case "square" -> new OutputValue.Numeric(in.number("x") * in.number("x"));
      case "root" ->
          in.number("x") < 0
              ? new NoValue(RefusalReason.OUT_OF_RANGE, List.of("x"), "no root")
              : new OutputValue.Numeric(StrictMath.sqrt(in.number("x")));
      case "inverse" ->
          in.number("x") == 5
              ? new OutputValue.NotDefined("there is no inverse of five here")
              : new OutputValue.Numeric(1 / in.number("x"));
      default -> new OutputValue.Flag(in.flag("treated"));
    };
  }

  @Override
  public Optional<NoValue> notForUse(ModelOutput output, Inputs in, OutputValue.Present value) {
    return output.name().equals("square") && in.number("x") == 7
        ? Optional.of(new NoValue(RefusalReason.POPULATION, List.of("x"), "not for seven"))
        : Optional.empty();
  }
}
