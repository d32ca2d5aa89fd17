package health.lifelong.analytics.model.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model says of a person: values, or a refusal with its reason. Never both, never a default.
 */
public sealed interface ModelResult {

  /**
   * Values that may be shown.
   *
   * @param values by output name, in the card's order, unrounded
   * @param conditions what is unknown and must be said beside the value ("if you have never had
   *     ...")
   * @param warnings codes of what weakens the value, for example {@code SBP_ABOVE_180}
   */
  record Computed(
      Map<String, OutputValue.Present> values, List<Exclusion> conditions, List<String> warnings)
      implements ModelResult {
    /** Copies, and keeps the order of the values. */
    public Computed {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      conditions = List.copyOf(conditions);
      warnings = List.copyOf(warnings);
    }

    /** The number under this output name; empty where there is none or it is no number. */
    public Optional<Double> number(String output) {
      return values.get(output) instanceof OutputValue.Numeric(double value)
          ? Optional.of(value)
          : Optional.empty();
    }

    /** The class or label under this output name. */
    public Optional<String> text(String output) {
      return values.get(output) instanceof OutputValue.Text(String value)
          ? Optional.of(value)
          : Optional.empty();
    }

    /** The yes or no under this output name. */
    public Optional<Boolean> flag(String output) {
      return values.get(output) instanceof OutputValue.Flag(boolean value)
          ? Optional.of(value)
          : Optional.empty();
    }

    /** The same values with more warnings. */
    public Computed warned(List<String> more) {
      List<String> all = new ArrayList<>(warnings);
      all.addAll(more);
      return new Computed(values, conditions, all);
    }
  }

  /**
   * No value, and why.
   *
   * @param inputs names of the inputs or exclusions to blame
   * @param detail one English sentence without any person's value
   * @param wouldHelp the question to ask or the measurement to make; empty where nothing would help
   */
  record Refused(RefusalReason reason, List<String> inputs, String detail, String wouldHelp)
      implements ModelResult {
    /** Copies the list. */
    public Refused {
      inputs = List.copyOf(inputs);
    }
  }

  /** This result with warnings, where it has values. */
  default ModelResult withWarnings(List<String> codes) {
    return switch (this) {
      case Computed computed -> computed.warned(codes);
      case Refused refused -> refused;
    };
  }
}
