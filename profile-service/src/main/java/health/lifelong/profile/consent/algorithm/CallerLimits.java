package health.lifelong.profile.consent.algorithm;

import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.consent.algorithm.ConsentMatrix.Need;
import health.lifelong.profile.consent.domain.Ruling;
import health.lifelong.profile.consent.domain.Ruling.Deny;
import health.lifelong.profile.consent.domain.Ruling.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is not shown whatever consent says: genetics, and every cell of the matrix marked
 * so, without a strong and recent sign-in; anything but checkups and days to a family proxy. Pure.
 */
public final class CallerLimits {
  private static final int LEVEL = 2;
  private static final Duration RECENT = Duration.ofMinutes(15);
  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final Set<Category> GENETICS =
      EnumSet.of(Category.GENETIC_REPORT, Category.GENETIC_RAW);
  private static final Set<Category> FOR_PROXIES = EnumSet.of(Category.CHECKUP, Category.LIFESTYLE);

  private CallerLimits() {}

  /** The ruling of consent as far as this caller, signed in as they are, may profit from it. */
  public static Ruling limit(
      Ruling ruling, Caller caller, Purpose purpose, Category category, Instant now) {
    if (caller.role() == Role.PROXY && !FOR_PROXIES.contains(category)) {
      return new Deny(Reason.NOT_FOR_PURPOSE, "role:proxy/" + category.code());
    }
    if (ruling instanceof Ruling.Permit && needsStepUp(caller, purpose, category, now)) {
      return new Deny(Reason.STEP_UP_NEEDED, "strength:" + category.code());
    }
    return ruling;
  }

  private static boolean needsStepUp(
      Caller caller, Purpose purpose, Category category, Instant now) {
    boolean precious =
        ConsentMatrix.need(purpose, category) == Need.CONSENT_AND_STEP_UP
            || GENETICS.contains(category) && caller.role() == Role.PERSON;
    // A job signs in with its own key and nothing else.
    return precious && caller.role() != Role.SERVICE && !isStrong(caller.token(), now);
  }

  private static boolean isStrong(Caller.Token token, Instant now) {
    @Nullable Instant signedIn = token.signedInAt();
    return token.acr().matches("[0-9]")
        && Integer.parseInt(token.acr()) >= LEVEL
        && signedIn != null
        && !signedIn.isAfter(now.plus(SKEW))
        && !signedIn.isBefore(now.minus(RECENT));
  }
}
