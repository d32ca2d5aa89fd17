package health.lifelong.profile.identity.algorithm;

import health.lifelong.profile.identity.domain.Agreement.NameLevel;
import health.lifelong.profile.identity.domain.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares names of one script letter by letter, and Korean with Latin ones by their spelling. */
public final class NameComparison {
  private static final Romanisation ROMANISATION = Romanisation.standard();

  private NameComparison() {}

  /** How two names stand to each other. */
  public static NameLevel compare(@Nullable Name one, @Nullable Name other) {
    if (one == null || other == null) {
      return NameLevel.MISSING;
    }
    if (one.key().equals(other.key())) {
      return NameLevel.EXACT;
    }
    if (one.lookAlike() || other.lookAlike()) {
      return NameLevel.DIFFERENT;
    }
    boolean hangul = Jamo.isHangul(one.key());
    boolean otherHangul = Jamo.isHangul(other.key());
    if (hangul && otherHangul) {
      return korean(one.key(), other.key());
    }
    if (hangul && Romanisation.isLatin(other.display())) {
      return mixed(one.key(), other.display());
    }
    if (otherHangul && Romanisation.isLatin(one.display())) {
      return mixed(other.key(), one.display());
    }
    return other(one, other);
  }

  /**
   * True where two names may be of brothers and sisters: of Korean ones, the surnames are equal.
   */
  static boolean shareSurname(@Nullable Name one, @Nullable Name other) {
    if (one == null || other == null) {
      return false;
    }
    boolean korean = Jamo.isHangul(one.key()) && Jamo.isHangul(other.key());
    return !korean || ROMANISATION.surname(one.key()).equals(ROMANISATION.surname(other.key()));
  }

  private static NameLevel korean(String one, String other) {
    if (Jamo.distance(one, other) == 1) {
      return NameLevel.NEAR;
    }
    return ROMANISATION.surname(one).equals(ROMANISATION.surname(other))
        ? NameLevel.SURNAME
        : NameLevel.DIFFERENT;
  }

  private static NameLevel mixed(String hangul, String latin) {
    if (ROMANISATION.matches(hangul, latin)) {
      return NameLevel.ROMANISED;
    }
    return ROMANISATION.sharesSurname(hangul, latin) ? NameLevel.SURNAME : NameLevel.DIFFERENT;
  }

  private static NameLevel other(Name one, Name other) {
    boolean latin = Romanisation.isLatin(one.display()) && Romanisation.isLatin(other.display());
    if (latin && Romanisation.soundAlike(one.display(), other.display())) {
      return NameLevel.ROMANISED;
    }
    if (Jamo.distance(one.key(), other.key()) == 1) {
      return NameLevel.NEAR;
    }
    List<String> shared = new ArrayList<>(Romanisation.words(one.display()));
    shared.retainAll(Romanisation.words(other.display()));
    return shared.isEmpty() ? NameLevel.DIFFERENT : NameLevel.SURNAME;
  }
}
