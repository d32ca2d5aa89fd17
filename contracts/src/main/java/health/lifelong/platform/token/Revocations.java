package health.lifelong.platform.token;

import health.lifelong.platform.token.Revocation.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The revocations in force, as one instance knows them. */
public final class Revocations {
  /** None in force. */
  public static final Revocations NONE = new Revocations(Map.of());

  private record Name(Kind kind, String value) {}

  private final Map<Name, Instant> latest;

  private Revocations(Map<Name, Instant> latest) {
    this.latest = Map.copyOf(latest);
  }

  /** Those revocations; of two for the same name the later one counts. */
  public static Revocations of(Collection<Revocation> revocations) {
    Map<Name, Instant> latest = new HashMap<>();
    for (Revocation one : revocations) {
      latest.merge(new Name(one.kind(), one.value()), one.at(), (a, b) -> a.isAfter(b) ? a : b);
    }
    return new Revocations(latest);
  }

  /** Whether a token is among what was revoked. */
  public boolean cover(AccessToken token) {
    return latest.containsKey(new Name(Kind.TOKEN, token.id()))
        || issuedBefore(token, Kind.SESSION, token.session())
        || issuedBefore(token, Kind.PERSON, token.subject())
        || issuedBefore(token, Kind.PERSON, token.actor())
        || issuedBefore(token, Kind.CLIENT, token.client());
  }

  // The issuer's clock may run ahead of ours: within the skew, a doubt is a revocation.
  private boolean issuedBefore(AccessToken token, Kind kind, @Nullable String value) {
    Instant at = value == null ? null : latest.get(new Name(kind, value));
    return at != null && token.issuedAt() <= at.getEpochSecond() + ClaimRules.SKEW;
  }
}
