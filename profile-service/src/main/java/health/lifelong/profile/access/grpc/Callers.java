package health.lifelong.profile.access.grpc;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.algorithm.RowReach;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Caller.Token;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.scope.app.TokenScope;
import health.lifelong.profile.scope.domain.RowScope;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads the caller out of the verified token of the present call. */
@ApplicationScoped
public class Callers implements TokenScope {
  private final SecurityIdentity identity;

  Callers(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The caller; a token that speaks in no role or in several is refused. */
  public Caller current() {
    if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.getSubject() == null) {
      throw new LifelongException(ErrorReason.ERROR_REASON_TOKEN_MISSING, "no verified token");
    }
    List<Role> roles =
        Arrays.stream(Role.values()).filter(role -> identity.hasRole(role.word())).toList();
    if (roles.size() != 1) {
      throw new LifelongException(ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT, "one role a token");
    }
    return new Caller(roles.getFirst(), token.getSubject(), centre(token), told(token));
  }

  @Override
  public RowScope about(UUID person) {
    return isCalled() ? RowReach.about(current(), person) : RowScope.NOTHING;
  }

  @Override
  public RowScope ofCentre() {
    return isCalled() ? RowReach.ofCentre(current()) : RowScope.NOTHING;
  }

  private boolean isCalled() {
    return Arc.container().requestContext().isActive()
        && identity.getPrincipal() instanceof JsonWebToken;
  }

  /** The caller, where the role is one of those allowed. */
  public Caller require(Role... allowed) {
    Caller caller = current();
    if (!Arrays.asList(allowed).contains(caller.role())) {
      throw new LifelongException(
          ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT, "role does not cover this operation");
    }
    return caller;
  }

  private static Token told(JsonWebToken token) {
    Object signedIn = token.getClaim("auth_time");
    return new Token(
        text(token.getIssuer()),
        text(token.getClaim("azp")),
        text(token.getTokenID()),
        text(token.getClaim("acr")),
        signedIn instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()) : null,
        text(token.getClaim("name")),
        actor(token.getClaim("act")));
  }

  // RFC 8693: an object with the subject of who acts.
  private static String actor(@Nullable Object act) {
    return act instanceof Map<?, ?> claims
        ? switch (claims.get("sub")) {
          case JsonString sub -> sub.getString();
          case String sub -> sub;
          case null, default -> "";
        }
        : "";
  }

  private static String text(@Nullable Object claim) {
    return claim instanceof String text ? text : "";
  }

  private static @Nullable String centre(JsonWebToken token) {
    Object claim = token.getClaim("centre");
    return claim instanceof String centre && !centre.isBlank() ? centre : null;
  }
}
