package health.lifelong.platform.audit;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSON value as RFC 8785 sees it: numbers are doubles, names of an object are unique and sorted
 * by UTF-16 code unit.
 */
public sealed interface Json {
  /** An object; its members stand in canonical order. */
  record Members(SortedMap<String, Json> members) implements Json {
    public Members {
      members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }
  }

  /** An array. */
  record Elements(List<Json> elements) implements Json {
    public Elements {
      elements = List.copyOf(elements);
    }
  }

  /** A string. */
  record Text(String text) implements Json {}

  /** A number; never NaN or infinite. */
  record Number(double value) implements Json {
    public Number {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("JSON has no such number");
      }
    }
  }

  /** {@code true}, {@code false} or {@code null}. */
  enum Literal implements Json {
    TRUE("true"),
    FALSE("false"),
    NULL("null");

    private final String word;

    Literal(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** The canonical form (RFC 8785). A lone surrogate is an IllegalArgumentException. */
  default String canonical() {
    StringBuilder out = new StringBuilder(256);
    CanonicalForm.write(this, out);
    return out.toString();
  }
}
