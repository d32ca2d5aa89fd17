package health.lifelong.analytics.insight.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named values of a result, in order. What has no value has no entry.
 *
 * @param values taken over, not copied: a report has thousands of these, and only the builder makes
 *     them
 */
public record Facts(Map<String, Fact> values) {

  public Facts {
    values = Collections.unmodifiableMap(values);
  }

  /** One value. */
  public sealed interface Fact {
    record Amount(double value) implements Fact {}

    record Text(String value) implements Fact {}

    record Flag(boolean value) implements Fact {}

    record Listing(List<Fact> values) implements Fact {
      public Listing {
        values = List.copyOf(values);
      }
    }

    record Group(Facts facts) implements Fact {}
  }

  /** Starts without any value. */
  public static Builder of() {
    return new Builder();
  }

  /** Collects values in order. */
  public static final class Builder {
    private Map<String, Fact> values = new LinkedHashMap<>();

    private Builder() {}

    public Builder number(String name, double value) {
      values.put(name, new Fact.Amount(value));
      return this;
    }

    public Builder text(String name, String value) {
      values.put(name, new Fact.Text(value));
      return this;
    }

    public Builder flag(String name, boolean value) {
      values.put(name, new Fact.Flag(value));
      return this;
    }

    public Builder texts(String name, List<String> lines) {
      values.put(name, new Fact.Listing(lines.stream().<Fact>map(Fact.Text::new).toList()));
      return this;
    }

    public Builder group(String name, Facts facts) {
      values.put(name, new Fact.Group(facts));
      return this;
    }

    public Builder groups(String name, List<Facts> groups) {
      values.put(name, new Fact.Listing(groups.stream().<Fact>map(Fact.Group::new).toList()));
      return this;
    }

    /** The facts; the builder is spent. */
    public Facts build() {
      Map<String, Fact> all = values;
      values = Map.of();
      return new Facts(all);
    }
  }
}
