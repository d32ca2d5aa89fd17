package health.lifelong.profile.access.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the verified token says.
 *
 * @param subject {@code sub} of the token; of a person, the person id
 * @param centre the centre a clinician or a centre's system speaks for, or null
 * @param token what else the token says; the audit trail keeps it
 */
public record Caller(Role role, String subject, @Nullable String centre, Token token) {

  /** A caller without a token of its own, such as a job. */
  public Caller(Role role, String subject, @Nullable String centre) {
    this(role, subject, centre, Token.NONE);
  }

  /**
   * The token of a caller; texts are empty where it does not say.
   *
   * @param client {@code azp}: the program that asks
   * @param id {@code jti}
   * @param acr strength of the sign-in
   * @param signedInAt {@code auth_time}
   * @param name how the person who signed in is called; kept for clinicians only
   * @param actor {@code act.sub}: who acts for the subject, where somebody does
   */
  public record Token(
      String issuer,
      String client,
      String id,
      String acr,
      @Nullable Instant signedInAt,
      String name,
      String actor) {
    /** No token. */
    public static final Token NONE = new Token("", "", "", "", null, "");

    /** The token of somebody who acts for themself. */
    public Token(
        String issuer,
        String client,
        String id,
        String acr,
        @Nullable Instant signedInAt,
        String name) {
      this(issuer, client, id, acr, signedInAt, name, "");
    }
  }
}
