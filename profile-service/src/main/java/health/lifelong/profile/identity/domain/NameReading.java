package health.lifelong.profile.identity.domain;

/** What became of a text that was sent as a name. */
public sealed interface NameReading {
  /** It is a name. */
  record Accepted(Name name) implements NameReading {}

  /**
   * It is none.
   *
   * @param code {@code text.empty}, {@code text.too_long}, {@code text.control}, {@code
   *     text.filler}, {@code text.unassigned} or {@code text.no_letter}
   */
  record Refused(String code) implements NameReading {}
}
