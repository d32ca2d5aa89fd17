package health.lifelong.platform.start;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a service is about to run with.
 *
 * @param local whether this is a developer's own machine: the profiles {@code local} and {@code
 *     dev}
 * @param settings values of the settings that rules look at; absent where unset
 * @param tokenKeys ids of the keys that tokens are verified with, of every issuer
 * @param constantKeys names of key file settings whose key is one byte repeated
 * @param plainListeners names of settings that open a door without TLS
 * @param database the database as it answers, empty where the service has none
 */
public record Setup(
    boolean local,
    Map<String, String> settings,
    Set<String> tokenKeys,
    Set<String> constantKeys,
    Set<String> plainListeners,
    Optional<Database> database) {

  public Setup {
    settings = Map.copyOf(settings);
    tokenKeys = Set.copyOf(tokenKeys);
    constantKeys = Set.copyOf(constantKeys);
    plainListeners = Set.copyOf(plainListeners);
  }

  /** The database a service keeps its data in. */
  public sealed interface Database {
    /**
     * What it says of itself and of the role we come as.
     *
     * @param parameters values of {@code pg_settings} by name
     * @param owner whether the role owns a table
     */
    record Answered(
        Map<String, String> parameters,
        boolean superuser,
        boolean bypassesRowSecurity,
        boolean owner)
        implements Database {}

    /** It did not answer. */
    record Silent() implements Database {}
  }

  /** A setting, empty where it is unset or blank. */
  public Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name)).filter(value -> !value.isBlank());
  }
}
