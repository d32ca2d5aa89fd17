package health.lifelong.analytics.insight;

import health.lifelong.vocabulary.genome.Genotypes;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sixteen invented persons as a checkup institute meets them: both sexes from the twenties to the
 * sixties, two of them with gaps and with contradictions, and six whom a program must not treat
 * like anybody else.
 */
public final class SixteenPersons {
  private static final int LAST_YEAR = 2025;

  private SixteenPersons() {}

  /** A record, and a genome where the person has one. */
  public record Person(TestPerson record, Supplier<@Nullable Genotypes> genome) {}

  /** The persons by a name that says what is special. */
  public static Map<String, Person> all() {
    Map<String, Person> persons = new LinkedHashMap<>();
    for (int decade = 20; decade <= 60; decade += 10) {
      persons.put("woman of " + (decade + 4), new Person(usual(true, decade + 4, 10), () -> null));
      persons.put("man of " + (decade + 6), new Person(usual(false, decade + 6, 10), () -> null));
    }
    persons.put("man of 46", new Person(fused(), TestGenome::carrier));
    persons.put("woman of 54", new Person(gaps(), () -> null));
    persons.put("man of 66", new Person(contradictions(), () -> TestGenome.withAldh2("GG")));
    persons.put("pregnant woman of 31", new Person(pregnant(), () -> null));
    persons.put("boy of 15", new Person(usual(false, 15, 2), () -> null));
    persons.put("woman of 85", new Person(usual(true, 85, 12), () -> null));
    persons.put(
        "woman of 29 with a heavy mind",
        new Person(
            usual(true, 29, 4)
                .value(day(LAST_YEAR), "PHQ9_9", "2")
                .value(day(LAST_YEAR), "PHQ9", "17"),
            () -> null));
    persons.put(
        "man of 58 with potassium 7",
        new Person(usual(false, 58, 6).value("2025-05-13", "K", "7.0"), () -> null));
    persons.put("man of 41, half of it unmapped", new Person(unmapped(), () -> null));
    return persons;
  }

  /** Yearly checkups of somebody to whom nothing in particular happens. */
  private static TestPerson usual(boolean woman, int age, int visits) {
    TestPerson person = woman ? TestPerson.woman() : TestPerson.man();
    person.born(LAST_YEAR - age + "-02-11");
    Random noise = new Random(1_000L * age + (woman ? 1 : 0));
    for (int year = LAST_YEAR - visits + 1; year <= LAST_YEAR; year++) {
      visit(person, noise, woman, age - (LAST_YEAR - year), day(year));
    }
    return person;
  }

  private static void visit(TestPerson person, Random noise, boolean woman, int age, String day) {
    value(person, noise, day, "SBP", 108 + age * 0.35, 4, 0);
    value(person, noise, day, "DBP", 68 + age * 0.2, 3, 0);
    value(person, noise, day, "HEIGHT", woman ? 160 : 173, 0.3, 1);
    value(person, noise, day, "WEIGHT", (woman ? 56 : 72) + age * 0.05, 0.8, 1);
    value(person, noise, day, "WAIST", (woman ? 70 : 80) + age * 0.15, 1, 0);
    value(person, noise, day, "GLU_F", 88 + age * 0.15, 4, 0);
    value(person, noise, day, "HBA1C", 5.1 + age * 0.008, 0.1, 1);
    value(person, noise, day, "TC", 180 + age * 0.4, 8, 0);
    value(person, noise, day, "HDL", woman ? 60 : 51, 3, 0);
    value(person, noise, day, "TG", woman ? 90 : 120, 15, 0);
    value(person, noise, day, "LDL", 105 + age * 0.3, 7, 0);
    value(person, noise, day, "AST", woman ? 20 : 25, 3, 0);
    value(person, noise, day, "ALT", woman ? 17 : 26, 3, 0);
    value(person, noise, day, "GGT", woman ? 16 : 34, 3, 0);
    value(person, noise, day, "CREAT", woman ? 0.68 : 0.92, 0.03, 2);
    value(person, noise, day, "HGB", woman ? 13.1 : 15.2, 0.3, 1);
    value(person, noise, day, "ALB", 4.4, 0.1, 1);
    value(person, noise, day, "PLT", 240, 15, 0);
    value(person, noise, day, "WBC", 6, 0.6, 1);
    value(person, noise, day, "URIC", woman ? 4.4 : 5.9, 0.3, 1);
    value(person, noise, day, "BUN", 13, 1.5, 1);
    value(person, noise, day, "TSH", 2, 0.3, 2);
    person
        .code(day, "U_PRO", "1")
        .code(day, "SMK_STATUS", woman ? "1" : "2")
        .code(day, "ALC_FREQ", "1")
        .listsAsked(day);
  }

  private static void value(
      TestPerson person,
      Random noise,
      String day,
      String item,
      double mean,
      double sd,
      int decimals) {
    double value = mean + sd * noise.nextGaussian();
    person.value(day, item, String.format(Locale.ROOT, "%." + decimals + "f", value));
  }

  /** All three kinds of data, and a carrier who drinks more every year. */
  private static TestPerson fused() {
    TestPerson person = usual(false, 46, 10).genome("GRCh37");
    for (int year = LAST_YEAR - 9; year <= LAST_YEAR; year++) {
      String day = "%d-05-13".formatted(year);
      person
          .code(day, "ALC_FREQ", year < 2021 ? "2" : "4")
          .value(day, "ALC_QTY", year < 2021 ? "2" : "6")
          .value(day, "GGT", Integer.toString(34 + 7 * Math.max(0, year - 2019)));
    }
    return person
        .phone("2024-05-20", 28, "steps", "/d", 8200)
        .phone("2025-05-20", 28, "steps", "/d", 5300)
        .phone("2024-05-20", 28, "resting_heart_rate", "/min", 60)
        .phone("2025-05-20", 28, "resting_heart_rate", "/min", 67);
  }

  /** Three visits in eleven years, and half of the items each time. */
  private static TestPerson gaps() {
    return TestPerson.woman()
        .born("1971-02-11")
        .values("2014-06-03", "SBP 118, DBP 74, GLU_F 91, TC 190, HGB 12.9")
        .values("2019-11-20", "GLU_F 97, TC 214, HDL 61, TG 88, CREAT 0.71, ALT 18")
        .values("2025-05-12", "SBP 131, DBP 79, WEIGHT 61.0, HEIGHT 158.0, HBA1C 5.8, LDL 141");
  }

  /** A record that disagrees with itself. */
  private static TestPerson contradictions() {
    TestPerson person = usual(false, 66, 8).genome("GRCh37");
    return person
        .code("2023-05-13", "SMK_STATUS", "3")
        .code("2025-05-13", "SMK_STATUS", "1")
        .code("2025-05-13", "ALC_FREQ", "1")
        .values("2025-05-13", "GGT 186, ALT 61, AST 88, HBA1C 7.4, GLU_F 92");
  }

  private static TestPerson pregnant() {
    return usual(true, 31, 5)
        .condition("2025-05-12", "Z33")
        .values("2025-05-12", "ALP 190, HGB 10.9");
  }

  /** Every other value came in a code that nobody has mapped yet. */
  private static TestPerson unmapped() {
    TestPerson person = usual(false, 41, 6);
    for (int year = LAST_YEAR - 5; year <= LAST_YEAR; year++) {
      for (int code = 1; code <= 25; code++) {
        person.unmapped(day(year), "LAB-" + code, "12.3", "arb");
      }
    }
    return person;
  }

  private static String day(int year) {
    return year + "-05-12";
  }
}
