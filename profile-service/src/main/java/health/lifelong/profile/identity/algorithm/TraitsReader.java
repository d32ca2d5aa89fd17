package health.lifelong.profile.identity.algorithm;

import health.lifelong.profile.identity.domain.NameReading.Accepted;
import health.lifelong.profile.identity.domain.Traits;
import health.lifelong.profile.person.domain.Demographics;

/** Makes what was told of a person comparable. */
public final class TraitsReader {
  private TraitsReader() {}

  /** What is compared; a text that is no name, or no number, counts as not told. */
  public static Traits of(Demographics told) {
    String name = told.name();
    String phone = told.phone();
    return new Traits(
        name != null && Names.read(name) instanceof Accepted accepted ? accepted.name() : null,
        told.birthDate(),
        told.sex(),
        phone == null ? null : Phones.read(phone).orElse(null));
  }
}
