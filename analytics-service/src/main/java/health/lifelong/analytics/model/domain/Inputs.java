package health.lifelong.analytics.model.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of one computation, by name. What is not there is absent; nothing is ever filled in.
 * Immutable.
 */
public final class Inputs {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,40}(?:\\.\\d{1,40})?(?:[eE][+-]?\\d{1,3})?");

  private final Map<String, Double> numbers;
  private final Map<String, Boolean> flags;
  private final Map<String, String> texts;
  private final Set<String> unreadable;

  private Inputs(Builder builder) {
    numbers = Map.copyOf(builder.numbers);
    flags = Map.copyOf(builder.flags);
    texts = Map.copyOf(builder.texts);
    unreadable = Set.copyOf(builder.unreadable);
  }

  /** Starts without any input. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads the declared inputs from cells; an empty cell is absent, a cell of the wrong kind
   * unreadable.
   */
  public static Inputs parse(List<ModelInput> declared, Map<String, String> row) {
    Builder builder = builder();
    for (ModelInput input : declared) {
      String cell = row.getOrDefault(input.name(), "").strip();
      if (!cell.isEmpty()) {
        builder.cell(input, cell);
      }
    }
    return builder.build();
  }

  /** These inputs and more. */
  public Builder toBuilder() {
    Builder builder = builder();
    builder.numbers.putAll(numbers);
    builder.flags.putAll(flags);
    builder.texts.putAll(texts);
    builder.unreadable.addAll(unreadable);
    return builder;
  }

  /** Whether a value of any kind is present under this name. */
  public boolean has(String name) {
    return numbers.containsKey(name) || flags.containsKey(name) || texts.containsKey(name);
  }

  /** Whether a cell was there that could not be read. */
  public boolean isUnreadable(String name) {
    return unreadable.contains(name);
  }

  /** A number that the output declared as needed. */
  public double number(String name) {
    return present(numbers.get(name), name);
  }

  /** A flag that the output declared as needed. */
  public boolean flag(String name) {
    return present(flags.get(name), name);
  }

  /** A text that the output declared as needed. */
  public String text(String name) {
    return present(texts.get(name), name);
  }

  /** The sex at birth that the output declared as needed. */
  public Sex sex() {
    return Sex.valueOf(text("sex"));
  }

  /** A number that may be absent. */
  public Optional<Double> maybeNumber(String name) {
    return Optional.ofNullable(numbers.get(name));
  }

  /** A flag that may be unknown. */
  public Optional<Boolean> maybeFlag(String name) {
    return Optional.ofNullable(flags.get(name));
  }

  /** A text that may be absent. */
  public Optional<String> maybeText(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  private static <T> T present(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalStateException("input read without being declared as needed: " + name);
    }
    return value;
  }

  /** Collects inputs; an absent one is simply not there. */
  public static final class Builder {
    private final Map<String, Double> numbers = new HashMap<>();
    private final Map<String, Boolean> flags = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();

    private Builder() {}

    /** A number, or nothing. Not a number and infinity count as unreadable. */
    public Builder number(String name, @Nullable Double value) {
      if (value == null) {
        return this;
      }
      if (Double.isFinite(value)) {
        numbers.put(name, value);
      } else {
        unreadable.add(name);
      }
      return this;
    }

    /** Yes, no, or nothing where it is unknown. */
    public Builder flag(String name, @Nullable Boolean value) {
      if (value != null) {
        flags.put(name, value);
      }
      return this;
    }

    /** A word, or nothing. */
    public Builder text(String name, @Nullable String value) {
      if (value != null) {
        texts.put(name, value);
      }
      return this;
    }

    /** The sex at birth, or nothing. */
    public Builder sex(@Nullable Sex sex) {
      return text("sex", sex == null ? null : sex.name());
    }

    /** The inputs collected so far. */
    public Inputs build() {
      return new Inputs(this);
    }

    private void cell(ModelInput input, String cell) {
      switch (input.kind()) {
        case NUMBER -> numericCell(input.name(), cell);
        case FLAG -> flagCell(input.name(), cell);
        case TEXT -> textCell(input, cell);
      }
    }

    private void numericCell(String name, String cell) {
      if (NUMBER.matcher(cell).matches()) {
        number(name, Double.valueOf(cell));
      } else {
        unreadable.add(name);
      }
    }

    private void flagCell(String name, String cell) {
      switch (cell) {
        case "1" -> flag(name, true);
        case "0" -> flag(name, false);
        default -> unreadable.add(name);
      }
    }

    private void textCell(ModelInput input, String cell) {
      if (input.choices().isEmpty() || input.choices().contains(cell)) {
        text(input.name(), cell);
      } else {
        unreadable.add(input.name());
      }
    }
  }
}
