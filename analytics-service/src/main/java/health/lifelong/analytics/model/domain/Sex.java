package health.lifelong.analytics.model.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sex at birth, as the equations use it. Unknown is an absent value, never one of these. */
public enum Sex {
  F,
  M;

  /** Reads {@code F} or {@code M}; anything else is no sex. */
  public static Optional<Sex> of(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    return switch (text) {
      case "F" -> Optional.of(F);
      case "M" -> Optional.of(M);
      default -> Optional.empty();
    };
  }
}
