package health.lifelong.local.suite;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the local sign-in has promised and not yet given: codes and refresh tokens, one use each.
 */
final class SignInGrants {
  private static final int HANDLE_BYTES = 24;

  private record Code(String person, String nonce, String challenge) {}

  /**
   * Somebody who may have tokens.
   *
   * @param nonce of the sign-in, for the ID token; empty at a refresh
   */
  record Granted(String person, String nonce) {}

  private final Map<String, Code> codes = new ConcurrentHashMap<>();
  private final Map<String, String> refreshes = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  /**
   * A code for that person; {@code challenge} is the S256 of the verifier that must come with it.
   */
  String code(String person, String nonce, String challenge) {
    String code = handle();
    codes.put(code, new Code(person, nonce, challenge));
    return code;
  }

  String refresh(String person) {
    String refresh = handle();
    refreshes.put(refresh, person);
    return refresh;
  }

  Optional<Granted> redeem(String code, String verifier) {
    return Optional.ofNullable(codes.remove(code))
        .filter(kept -> kept.challenge().equals(s256(verifier)))
        .map(kept -> new Granted(kept.person(), kept.nonce()));
  }

  Optional<Granted> renew(String refresh) {
    return Optional.ofNullable(refreshes.remove(refresh)).map(person -> new Granted(person, ""));
  }

  private String handle() {
    byte[] bytes = new byte[HANDLE_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String s256(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
