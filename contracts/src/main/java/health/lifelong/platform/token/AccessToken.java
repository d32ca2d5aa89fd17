package health.lifelong.platform.token;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token that passed every check that needs no request: who, through what, since when, how surely.
 *
 * @param text the token itself, which travels on to inner services
 * @param client the {@code client_id}, or {@code azp}
 * @param session the sign-in's {@code sid}, or null
 * @param actor who acts for the subject ({@code act.sub}), or null
 * @param groups roles as the token says them
 * @param binding the confirmation of a key that the sender must hold ({@code cnf}), or null
 * @param claims every claim as it was sent
 */
public record AccessToken(
    String text,
    String issuer,
    String subject,
    String id,
    String client,
    @Nullable String session,
    @Nullable String actor,
    List<String> groups,
    long issuedAt,
    Binding binding,
    Map<String, Object> claims) {

  /** The same token, speaking for {@code person} where the provider named an account. */
  public AccessToken speakingFor(String person) {
    Map<String, Object> said = new HashMap<>(claims);
    said.put("sub", person);
    return new AccessToken(
        text,
        issuer,
        person,
        id,
        client,
        session,
        actor,
        groups,
        issuedAt,
        binding,
        Map.copyOf(said));
  }

  /** What the sender must prove beside having the token. */
  public sealed interface Binding {
    /** Nothing. */
    record Free() implements Binding {}

    /** That it holds the certificate of this SHA-256 thumbprint, in base64url. */
    record Certificate(String thumbprint) implements Binding {}

    /** Something that we cannot check. */
    record Unknown() implements Binding {}
  }
}
