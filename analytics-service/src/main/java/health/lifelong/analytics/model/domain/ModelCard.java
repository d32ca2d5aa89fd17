package health.lifelong.analytics.model.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a model is for, where its numbers come from, and where it does not hold.
 *
 * @param version version of the formula and its coefficient set together
 * @param population people the model was derived from
 * @param formula the formula in a few lines
 * @param limits what it cannot say
 * @param licence terms of the formula and its coefficients
 * @param regulatoryClass class that is assumed for software serving it
 * @param excludes states in which it refuses
 */
public record ModelCard(
    ModelId id,
    String version,
    String titleKo,
    String titleEn,
    String purpose,
    String population,
    List<ModelInput> inputs,
    List<ModelOutput> outputs,
    String formula,
    List<Source> sources,
    List<String> limits,
    String licence,
    String regulatoryClass,
    State state,
    Set<Exclusion> excludes) {

  /** Whether a person ever sees the model's numbers. */
  public enum State {
    SERVED,
    EVALUATE_ONLY
  }

  /** Where a model comes from. {@code doi} is null where none is printed. */
  public record Source(String citation, @Nullable String doi) {}

  /** Copies the lists. */
  public ModelCard {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    sources = List.copyOf(sources);
    limits = List.copyOf(limits);
    Set<Exclusion> ordered = EnumSet.noneOf(Exclusion.class);
    ordered.addAll(excludes);
    excludes = Collections.unmodifiableSet(ordered);
  }

  /** The declared input of this name; asking for an undeclared one is an error of the model. */
  public ModelInput input(String name) {
    for (ModelInput input : inputs) {
      if (input.name().equals(name)) {
        return input;
      }
    }
    throw new IllegalArgumentException(id + " declares no input " + name);
  }

  /** The declared output of this name; asking for an undeclared one is an error of the caller. */
  public ModelOutput output(String name) {
    for (ModelOutput output : outputs) {
      if (output.name().equals(name)) {
        return output;
      }
    }
    throw new IllegalArgumentException(id + " declares no output " + name);
  }

  /** Starts a served card of software that informs and does not diagnose. */
  public static Builder of(String id, String version) {
    return new Builder(new ModelId(id), version);
  }

  /** Collects a card's parts. */
  public static final class Builder {
    private final ModelId id;
    private final String version;
    private final List<ModelInput> inputs = new ArrayList<>();
    private final List<ModelOutput> outputs = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<String> limits = new ArrayList<>();
    private final Set<Exclusion> excludes = EnumSet.noneOf(Exclusion.class);
    private String titleKo = "";
    private String titleEn = "";
    private String purpose = "";
    private String population = "";
    private String formula = "";
    private String licence = "Published formula; no licence is claimed on the facts.";
    private String regulatoryClass =
        "Risk information for adults, assumed software medical device class IIa (EU), 2 (Korea).";
    private State state = State.SERVED;

    private Builder(ModelId id, String version) {
      this.id = id;
      this.version = version;
    }

    /** The name a person reads. */
    public Builder title(String ko, String en) {
      titleKo = ko;
      titleEn = en;
      return this;
    }

    /** The question it answers. */
    public Builder purpose(String text) {
      purpose = text;
      return this;
    }

    /** The people it was derived from. */
    public Builder population(String text) {
      population = text;
      return this;
    }

    /** One input, in the order of the vector file. */
    public Builder input(ModelInput input) {
      inputs.add(input);
      return this;
    }

    /** One output, in the order of the vector file. */
    public Builder output(ModelOutput output) {
      outputs.add(output);
      return this;
    }

    /** The formula in a few lines. */
    public Builder formula(String text) {
      formula = text;
      return this;
    }

    /** One source; {@code doi} without a resolver's address. */
    public Builder source(String citation, @Nullable String doi) {
      sources.add(new Source(citation, doi));
      return this;
    }

    /** One limit, a sentence. */
    public Builder limit(String text) {
      limits.add(text);
      return this;
    }

    /** Terms of use. */
    public Builder licence(String text) {
      licence = text;
      return this;
    }

    /** The class assumed. */
    public Builder regulatoryClass(String text) {
      regulatoryClass = text;
      return this;
    }

    /** Computed on vectors, never shown to a person. */
    public Builder evaluateOnly() {
      state = State.EVALUATE_ONLY;
      return this;
    }

    /** States in which it refuses. */
    public Builder excludes(Exclusion... states) {
      excludes.addAll(List.of(states));
      return this;
    }

    /** The finished card. */
    public ModelCard build() {
      return new ModelCard(
          id,
          version,
          titleKo,
          titleEn,
          purpose,
          population,
          inputs,
          outputs,
          formula,
          sources,
          limits,
          licence,
          regulatoryClass,
          state,
          excludes);
    }
  }
}
