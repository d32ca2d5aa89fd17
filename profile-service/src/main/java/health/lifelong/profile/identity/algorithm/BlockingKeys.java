package health.lifelong.profile.identity.algorithm;

import health.lifelong.profile.identity.domain.Name;
import health.lifelong.profile.identity.domain.Traits;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Under which words a person is found again by whom they may be. Two records that share a word are
 * compared; the words are hashed with a key before they are stored. Each error leaves at least one
 * word whole: a mistyped or romanised name the birth date, a mistyped birth date the name with the
 * year or with the day, either of them the phone.
 */
public final class BlockingKeys {
  private static final int DAY_PRECISION = 10;

  private BlockingKeys() {}

  /** Words of a person under which the person is kept. */
  public static Set<String> kept(Traits traits) {
    Set<String> words = new LinkedHashSet<>();
    name(traits).ifPresent(words::add);
    given(traits).ifPresent(words::add);
    nameDecade(traits).ifPresent(words::add);
    born(traits).ifPresent(words::add);
    words.addAll(compared(traits));
    return words;
  }

  /** Words under which those are found whom a person may be. */
  public static Set<String> sought(Traits traits) {
    Set<String> words = new LinkedHashSet<>();
    born(traits).ifPresent(words::add);
    Optional.ofNullable(traits.birthDate())
        .flatMap(BirthDates::swapped)
        .map(BlockingKeys::born)
        .ifPresent(words::add);
    words.addAll(compared(traits));
    return words;
  }

  /** The word that all bearers of a person's name share; they are counted by it, not compared. */
  public static Optional<String> name(Traits traits) {
    return Optional.ofNullable(traits.name()).map(name -> "name|" + name.key());
  }

  /**
   * The word that all bearers of a person's given name share; of a name that is not Korean, none.
   */
  public static Optional<String> given(Traits traits) {
    return Optional.ofNullable(traits.name())
        .map(Name::key)
        .filter(Jamo::isHangul)
        .map(key -> key.substring(Romanisation.standard().surname(key).length()))
        .map(given -> "given|" + given);
  }

  /**
   * The word that all bearers of a person's name share who were born in one decade; counted only.
   */
  public static Optional<String> nameDecade(Traits traits) {
    return nameAnd("name-decade", traits, 3);
  }

  private static Optional<String> nameAnd(String kind, Traits traits, int digitsOfYear) {
    Name name = traits.name();
    String date = traits.birthDate();
    return name == null || date == null
        ? Optional.empty()
        : Optional.of(kind + "|" + name.key() + "|" + date.substring(0, digitsOfYear));
  }

  /** The word that all share who were born on a person's day. */
  public static Optional<String> born(Traits traits) {
    return Optional.ofNullable(traits.birthDate())
        .filter(date -> date.length() == DAY_PRECISION)
        .map(BlockingKeys::born);
  }

  private static String born(String date) {
    return "born|" + date;
  }

  private static List<String> compared(Traits traits) {
    Name name = traits.name();
    String date = traits.birthDate();
    Stream<String> phone = Optional.ofNullable(traits.phone()).map(p -> "phone|" + p).stream();
    if (name == null || date == null) {
      return phone.toList();
    }
    Stream<String> day =
        date.length() == DAY_PRECISION
            ? Stream.of("name-day|" + name.key() + "|" + date.substring(5))
            : Stream.empty();
    return Stream.of(phone, nameAnd("name-year", traits, 4).stream(), day)
        .flatMap(words -> words)
        .toList();
  }
}
