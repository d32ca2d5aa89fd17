package health.lifelong.profile.breakglass.algorithm;

import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.breakglass.domain.BreakGlass;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Who may break the glass, and what they may see (trust-and-privacy section 4). Pure. */
public final class GlassRules {
  /** Fewest characters of the reason in the clinician's own words. */
  public static final int SHORTEST_REASON = 20;

  private static final String TWO_FACTORS = "2";
  private static final Duration FRESH = Duration.ofMinutes(15);
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

  private GlassRules() {}

  /** A clinician who speaks for this centre, nobody else. */
  public static boolean isClinicianOf(Caller caller, String centre) {
    return caller.role() == Role.CLINICIAN && !centre.isBlank() && centre.equals(caller.centre());
  }

  /** Signed in with two factors, at most a quarter of an hour ago. */
  public static boolean isFresh(Caller caller, Instant now) {
    Instant signedIn = caller.token().signedInAt();
    return caller.token().acr().equals(TWO_FACTORS)
        && signedIn != null
        && !signedIn.isBefore(now.minus(FRESH))
        && !signedIn.isAfter(now.plus(CLOCK_SKEW));
  }

  /** True where the words are a reason: twenty characters beside white space at both ends. */
  public static boolean isReason(String text) {
    String words = text.strip();
    return words.codePointCount(0, words.length()) >= SHORTEST_REASON;
  }

  /** Open to this caller, at this time: the clinician who opened it, for the same centre. */
  public static boolean isOpenTo(BreakGlass glass, Caller caller, Instant now) {
    return isClinicianOf(caller, glass.centre())
        && caller.subject().equals(glass.clinician())
        && now.isBefore(glass.endsAt());
  }

  /** What can be seen: everything but raw genotypes. */
  public static Set<Category> categories() {
    Set<Category> all = EnumSet.allOf(Category.class);
    all.remove(Category.GENETIC_RAW);
    return all;
  }
}
