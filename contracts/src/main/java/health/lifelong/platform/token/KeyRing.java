package health.lifelong.platform.token;

import java.io.IOException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The keys of one issuer as they change. An unknown key id is reason to look again, once a minute
 * at most, so that nobody can make us ask the issuer as often as they like; a bad set changes
 * nothing and is told to the alarm.
 */
public final class KeyRing {
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

  /** Where the issuer publishes its keys. */
  @FunctionalInterface
  public interface Source {
    /** The JWKS as it stands there now. */
    String read() throws IOException;
  }

  private final String algorithm;
  private final Source source;
  private final Consumer<String> alarm;
  private final Clock clock;
  private volatile KeySet keys = KeySet.EMPTY;
  private volatile Instant nextLook = Instant.MIN;

  public KeyRing(String algorithm, Source source, Consumer<String> alarm, Clock clock) {
    this.algorithm = algorithm;
    this.source = source;
    this.alarm = alarm;
    this.clock = clock;
  }

  /** The key of that id, if it is known now. Never waits. */
  public Optional<PublicKey> key(String keyId) {
    return keys.key(keyId);
  }

  /** The ids that are known now. */
  public Set<String> ids() {
    return keys.ids();
  }

  /** Whether {@link #look} could bring that key; false costs the sender of a made-up id nothing. */
  public boolean isWorthALook(String keyId) {
    return key(keyId).isEmpty() && !clock.instant().isBefore(nextLook);
  }

  /**
   * Looks for an unknown key. May wait for the issuer; those who come meanwhile wait for the same
   * look, which is what lets a key change without a failed request.
   */
  public synchronized void look(String keyId) {
    if (isWorthALook(keyId)) {
      reload();
      nextLook = clock.instant().plus(BETWEEN_LOOKS);
    }
  }

  /** Reads the keys anew, by the clock and not by a token, so that a withdrawn key is forgotten. */
  public synchronized void reload() {
    try {
      keys = KeySet.read(source.read(), algorithm);
    } catch (IOException e) {
      alarm.accept("the keys could not be read: " + e.getMessage());
    } catch (KeySet.BadKeySet bad) {
      alarm.accept("a bad set of keys was refused: " + bad.getMessage());
    }
  }
}
