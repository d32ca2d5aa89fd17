package health.lifelong.platform.token;

import health.lifelong.platform.Roles;
import health.lifelong.platform.token.AccessToken.Binding;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The claims an access token must have, their types, and how long it may live (trust-and-privacy.md
 * section 4, checks 2 and 5).
 *
 * @param issuer exact {@code iss}
 * @param audiences any of these must be in {@code aud}
 * @param longestLife most seconds between {@code iat} and {@code exp}
 */
public record ClaimRules(String issuer, Set<String> audiences, long longestLife) {
  /** No setting allows a longer life, in seconds. */
  public static final long LIFE_CAP = 900;

  /** Seconds by which clocks may differ. */
  static final long SKEW = 30;

  private static final Set<String> HEADER_MARKS = Set.of("at+jwt", "application/at+jwt");
  private static final Set<String> CLAIM_MARKS = Set.of("Bearer", "DPoP");
  private static final String JOB_KEY = "service-";

  public ClaimRules {
    audiences = Set.copyOf(audiences);
    longestLife = Math.min(longestLife, LIFE_CAP);
  }

  /** The issuer a token names, read before anything of it is believed. */
  static String issuer(CompactToken token) {
    return new Claims(StrictJson.object(token.payload(), "payload")).requiredText("iss");
  }

  /**
   * Checks the claims of a token whose signature holds.
   *
   * @param now seconds since 1970
   * @throws TokenRefused for the first claim that is not as it must be
   */
  public AccessToken check(CompactToken token, TokenHeader header, long now) {
    Claims claims = new Claims(StrictJson.object(token.payload(), "payload"));
    kind(header, claims);
    if (!claims.requiredText("iss").equals(issuer)) {
      throw new TokenRefused("issuer");
    }
    Collection<String> audience = claims.texts("aud");
    if (audience == null || audience.stream().noneMatch(audiences::contains)) {
      throw new TokenRefused("audience");
    }
    long issuedAt = times(claims, now);
    String subject = claims.requiredText("sub");
    List<String> groups = Objects.requireNonNullElse(claims.texts("groups"), List.of());
    jobKey(header.keyId(), subject, groups);
    String clientId = claims.text("client_id");
    Claims actor = claims.object("act");
    // Whoever acts for a person has the rights of a proxy, never the person's own.
    if ((actor != null) != groups.contains(Roles.PROXY)) {
      throw new TokenRefused("an actor is a proxy, and a proxy names the actor");
    }
    // A name that is no text is no person: refused here and compared at the door.
    claims.text("patient");
    claims.text("centre");
    return new AccessToken(
        token.text(),
        issuer,
        subject,
        claims.requiredText("jti"),
        clientId == null ? claims.requiredText("azp") : clientId,
        claims.text("sid"),
        actor == null ? null : actor.requiredText("sub"),
        groups,
        issuedAt,
        binding(claims),
        claims.members());
  }

  /**
   * ID, refresh, offline, logout and proof tokens carry the same signature: they are not access.
   */
  private static void kind(TokenHeader header, Claims claims) {
    String type = header.type();
    String mark = claims.text("typ");
    boolean marked = mark != null && CLAIM_MARKS.contains(mark);
    boolean access =
        type != null && HEADER_MARKS.contains(type)
            ? mark == null || marked
            : marked && (type == null || type.equals("JWT"));
    if (!access) {
      throw new TokenRefused("not an access token");
    }
  }

  private long times(Claims claims, long now) {
    long issuedAt = claims.requiredSeconds("iat");
    long ends = claims.requiredSeconds("exp");
    Long notBefore = claims.seconds("nbf");
    if (issuedAt > now + SKEW) {
      throw new TokenRefused("issued in the future");
    }
    if (ends <= now - SKEW || ends <= issuedAt) {
      throw new TokenRefused("expired");
    }
    if (ends - issuedAt > longestLife) {
      throw new TokenRefused("lives too long");
    }
    if (notBefore != null && notBefore > now + SKEW) {
      throw new TokenRefused("not valid yet");
    }
    return issuedAt;
  }

  /**
   * A job's own key speaks for that job and nobody else, or its theft would open every person's
   * record; and no other key speaks for a job.
   */
  private static void jobKey(@Nullable String keyId, String subject, List<String> groups) {
    boolean jobKey = keyId != null && keyId.startsWith(JOB_KEY);
    if (jobKey != groups.contains(Roles.SERVICE)) {
      throw new TokenRefused("this key may not speak for that role");
    }
    if (jobKey && !(JOB_KEY + subject).equals(keyId)) {
      throw new TokenRefused("this key may not speak for that job");
    }
  }

  private static Binding binding(Claims claims) {
    Claims confirmation = claims.object("cnf");
    if (confirmation == null) {
      return new Binding.Free();
    }
    boolean certificateOnly = confirmation.members().keySet().equals(Set.of("x5t#S256"));
    return certificateOnly
        ? new Binding.Certificate(confirmation.requiredText("x5t#S256"))
        : new Binding.Unknown();
  }
}
