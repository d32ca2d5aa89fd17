package health.lifelong.profile.identity.algorithm;

import health.lifelong.profile.identity.domain.NameReading;
import health.lifelong.profile.identity.domain.Traits;
import health.lifelong.profile.person.domain.Sex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Persons as a checkup institute of Korea has them, and the second records that some of them have.
 * Rates were written down before any weight was set and are not touched to pass a test. Surnames
 * have the shares of the census of 2015; given names come in fashions by decade, a part of them
 * from a short popular list and the rest built of syllables.
 */
final class GeneratedPopulation {
  static final double DUPLICATES = 0.05;
  static final double TWINS = 0.01;
  static final double SHARED_PHONES = 0.03;
  static final double MISSING_PHONE = 0.02;
  static final double TWINS_OF_ONE_SEX = 0.65;
  static final double TWINS_WITH_ONE_PHONE = 0.30;
  static final double TWINS_SHARING_A_SYLLABLE = 0.50;
  static final double BORN_ON_THE_FIRST_OF_JANUARY = 0.004;

  /** What is wrong with a second record; a phone may be missing besides. Shares sum to 1. */
  enum Error {
    NONE(0.49),
    FORM_ONLY(0.10),
    JAMO_TYPO(0.14),
    ROMANISED(0.12),
    DATE_SWAPPED(0.06),
    DATE_DIGIT(0.06),
    NAME_CHANGED(0.01),
    PHONE_CHANGED(0.02);

    final double share;

    Error(double share) {
      this.share = share;
    }
  }

  /** A record; {@code person} says whose it is, which matching does not see. */
  record Record(int person, @Nullable Error error, boolean twin, Traits traits) {}

  private record Human(String surname, String given, LocalDate born, Sex sex, String phone) {}

  private final SplittableRandom random;
  private final KoreanNames names;
  private final List<Record> records = new ArrayList<>();
  private int persons;

  private GeneratedPopulation(long seed) {
    this.random = new SplittableRandom(seed);
    this.names = new KoreanNames(random);
  }

  static List<Record> of(int persons, long seed) {
    GeneratedPopulation population = new GeneratedPopulation(seed);
    String lastPhone = population.phone();
    while (population.persons < persons) {
      Human human = population.human(lastPhone);
      lastPhone = human.phone();
      population.add(human, false);
      if (population.random.nextDouble() < TWINS / 2) {
        population.add(population.twin(human), true);
      }
    }
    return population.records;
  }

  private void add(Human human, boolean twin) {
    int person = persons++;
    records.add(record(person, null, twin, human));
    if (random.nextDouble() < DUPLICATES) {
      Error error = error();
      records.add(record(person, error, twin, second(human, error)));
    }
  }

  private Human human(String lastPhone) {
    Sex sex = random.nextBoolean() ? Sex.FEMALE : Sex.MALE;
    LocalDate born = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(65 * 365));
    if (random.nextDouble() < BORN_ON_THE_FIRST_OF_JANUARY) {
      born = born.withDayOfYear(1);
    }
    String phone = random.nextDouble() < SHARED_PHONES ? lastPhone : phone();
    return new Human(names.surname(), names.given(sex, born.getYear()), born, sex, phone);
  }

  private Human twin(Human human) {
    boolean oneSex = random.nextDouble() < TWINS_OF_ONE_SEX;
    Sex sex = oneSex ? human.sex() : human.sex() == Sex.FEMALE ? Sex.MALE : Sex.FEMALE;
    String given = human.given();
    while (given.equals(human.given())) {
      given = names.given(sex, human.born().getYear());
      if (random.nextDouble() < TWINS_SHARING_A_SYLLABLE) {
        given =
            random.nextBoolean()
                ? human.given().charAt(0) + given.substring(1)
                : given.substring(0, 1) + human.given().substring(1);
      }
    }
    String phone = random.nextDouble() < TWINS_WITH_ONE_PHONE ? human.phone() : phone();
    return new Human(human.surname(), given, human.born(), sex, phone);
  }

  private String phone() {
    return "010-%04d-%04d".formatted(2000 + random.nextInt(8000), random.nextInt(10_000));
  }

  private Error error() {
    double at = random.nextDouble();
    for (Error error : Error.values()) {
      at -= error.share;
      if (at < 0) {
        return error;
      }
    }
    return Error.NONE;
  }

  private Human second(Human human, Error error) {
    return switch (error) {
      case NONE, FORM_ONLY, JAMO_TYPO, ROMANISED -> human;
      case DATE_SWAPPED ->
          born(human, BirthDates.swapped(human.born().toString()).orElse(human.born().toString()));
      case DATE_DIGIT -> born(human, digit(human.born()));
      case NAME_CHANGED ->
          new Human(
              human.surname(),
              names.given(human.sex(), 1990),
              human.born(),
              human.sex(),
              human.phone());
      case PHONE_CHANGED ->
          new Human(human.surname(), human.given(), human.born(), human.sex(), phone());
    };
  }

  private static Human born(Human human, String date) {
    return new Human(
        human.surname(), human.given(), LocalDate.parse(date), human.sex(), human.phone());
  }

  // Any one digit of the date, as long as it stays a date of this and the last century.
  private String digit(LocalDate born) {
    while (true) {
      StringBuilder date = new StringBuilder(born.toString());
      int at = 2 + random.nextInt(8);
      if (date.charAt(at) == '-') {
        continue;
      }
      date.setCharAt(at, (char) ('0' + random.nextInt(10)));
      try {
        if (!LocalDate.parse(date).equals(born)) {
          return date.toString();
        }
      } catch (java.time.DateTimeException noSuchDay) {
        continue;
      }
    }
  }

  private Record record(int person, @Nullable Error error, boolean twin, Human human) {
    String name = human.surname() + human.given();
    String told = error == null ? name : told(human, name, error);
    NameReading.Accepted read = (NameReading.Accepted) Names.read(told);
    String phone =
        random.nextDouble() < MISSING_PHONE ? null : Phones.read(human.phone()).orElseThrow();
    return new Record(
        person, error, twin, new Traits(read.name(), human.born().toString(), human.sex(), phone));
  }

  private String told(Human human, String name, Error error) {
    return switch (error) {
      case FORM_ONLY -> names.otherForm(human.surname(), human.given());
      case JAMO_TYPO -> names.mistyped(name);
      case ROMANISED -> names.romanised(human.surname(), human.given());
      case NONE, DATE_SWAPPED, DATE_DIGIT, NAME_CHANGED, PHONE_CHANGED -> name;
    };
  }
}
