package health.lifelong.analytics.model.domain;

import java.util.regex.Pattern;

/**
 * The stable name of a model, for example {@code prevent_base}: lower case letters, digits,
 * underscores.
 */
public record ModelId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{1,63}");

  /** Refuses anything that is not a stable name. */
  public ModelId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a model id is lower case letters, digits and underscores");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
