package health.lifelong.platform.token;

/**
 * A token that does not pass. The message says which check it was for our own log; the sender
 * learns only that the token is not accepted.
 */
public final class TokenRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TokenRefused(String check) {
    // A refusal is an answer and no bug: nobody reads its stack, and hostile senders make many.
    super(check, null, false, false);
  }
}
