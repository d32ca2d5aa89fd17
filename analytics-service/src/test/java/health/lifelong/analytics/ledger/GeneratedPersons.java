package health.lifelong.analytics.ledger;

import health.lifelong.analytics.insight.TestGenome;
import health.lifelong.analytics.insight.TestPerson;
import health.lifelong.analytics.record.domain.BirthDate;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.analytics.record.domain.Visit;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import health.lifelong.vocabulary.genome.Genotypes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invented persons of all kinds, the same for the same seed on every Java. */
public final class GeneratedPersons {
  private static final List<String> ALDH2 = List.of("GG", "AG", "AA");
  private static final List<String> CONDITIONS = List.of("I21", "N18.3", "E11", "O26", "Z99.2");
  private static final List<String> MEDICINES = List.of("C09AA02", "C10AA05", "A10BA02", "B01AC04");

  private final List<Item> items =
      ItemCatalogue.standard().items().stream()
          .filter(item -> item.valueType() == Item.ValueType.NUMERIC && item.ucum() != null)
          .filter(item -> item.plausibleMin() != null && item.plausibleMax() != null)
          .toList();
  private final Random random;

  public GeneratedPersons(long seed) {
    random = new Random(seed);
  }

  /** One person, with a genome where there is one. */
  public record Person(UUID id, PersonRecord record, @Nullable Genotypes genotypes) {}

  /** The next persons. */
  public List<Person> next(int count) {
    List<Person> persons = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      persons.add(one(new UUID(0x7000L + i, i)));
    }
    return persons;
  }

  private Person one(UUID id) {
    TestPerson person = random.nextBoolean() ? TestPerson.man() : TestPerson.woman();
    person.born((1935 + random.nextInt(75)) + "-0" + (1 + random.nextInt(9)) + "-15");
    LocalDate day = LocalDate.of(2012 + random.nextInt(6), 3, 1 + random.nextInt(27));
    int visits = 1 + random.nextInt(9);
    double[] usual = items.stream().mapToDouble(this::usual).toArray();
    for (int visit = 0; visit < visits; visit++) {
      checkup(person, day, usual);
      day = day.plusDays(300 + random.nextInt(130));
    }
    day = day.minusDays(200);
    if (random.nextInt(3) > 0) {
      String last = day.toString();
      person.phone(last, 20 + random.nextInt(60), "steps", "{steps}", 2000 + random.nextInt(9000));
      person.phone(last, 30, "resting_heart_rate", "/min", 50 + random.nextInt(40));
    }
    if (random.nextInt(8) == 0) {
      person.withheld(random.nextBoolean() ? DataCategory.LIFESTYLE : DataCategory.GENETIC_RAW);
    }
    Genotypes genotypes = null;
    if (random.nextInt(3) == 0) {
      genotypes = TestGenome.withAldh2(ALDH2.get(random.nextInt(ALDH2.size())));
      person.genome("GRCh37");
    }
    return new Person(id, of(id, person.record()), genotypes);
  }

  private void checkup(TestPerson person, LocalDate day, double[] usual) {
    String date = day.toString();
    for (int i = 0; i < usual.length; i++) {
      if (random.nextInt(3) > 0) {
        double value = usual[i] * (1 + 0.08 * random.nextGaussian());
        person.value(date, items.get(i).code(), text(value));
      }
    }
    person.code(date, "SMK_STATUS", Integer.toString(1 + random.nextInt(3)));
    person.code(date, "ALC_STATUS", Integer.toString(random.nextInt(2)));
    if (random.nextInt(6) == 0) {
      person.condition(date, CONDITIONS.get(random.nextInt(CONDITIONS.size())));
    }
    if (random.nextInt(4) == 0) {
      person.medicine(date, MEDICINES.get(random.nextInt(MEDICINES.size())));
    }
    if (random.nextBoolean()) {
      person.listsAsked(date);
    }
  }

  /** Somewhere in the lower half of what is plausible, where most people's values lie. */
  private double usual(Item item) {
    double low = item.plausibleMin() == null ? 0 : item.plausibleMin().doubleValue();
    double high = item.plausibleMax() == null ? 1 : item.plausibleMax().doubleValue();
    return low + (high - low) * (0.05 + 0.35 * random.nextDouble());
  }

  private static String text(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  /** A record that no engine can read: a birth that is after every day there is. */
  public static PersonRecord broken(Person person) {
    PersonRecord record = person.record();
    return new PersonRecord(
        record.personId(),
        record.sex(),
        new BirthDate(LocalDate.MAX, LocalDate.MAX),
        record.revision(),
        List.of(new Visit("v", "seoul", LocalDate.MIN, List.of(), List.of(), Set.of())),
        List.of(),
        List.of(),
        record.withheld());
  }

  /** The same record of the person with this id. */
  static PersonRecord of(UUID id, PersonRecord record) {
    return new PersonRecord(
        id.toString(),
        record.sex(),
        record.birth(),
        record.revision(),
        record.visits(),
        record.genomes(),
        record.lifestyleDays(),
        record.withheld());
  }
}
