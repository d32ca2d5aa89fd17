package health.lifelong.analytics.insight;

import health.lifelong.analytics.record.domain.BirthDate;
import health.lifelong.analytics.record.domain.Coding;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.record.domain.GenomeHead;
import health.lifelong.analytics.record.domain.LifestyleDay;
import health.lifelong.analytics.record.domain.Observation;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.analytics.record.domain.Sex;
import health.lifelong.analytics.record.domain.Statement;
import health.lifelong.analytics.record.domain.Value;
import health.lifelong.analytics.record.domain.Visit;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builds records of invented persons, readable in a test. */
public final class TestPerson {
  private final Map<LocalDate, List<Observation>> observations = new TreeMap<>();
  private final Map<LocalDate, List<Statement>> statements = new TreeMap<>();
  private final Map<LocalDate, Set<Statement.Kind>> lists = new TreeMap<>();
  private final List<LifestyleDay> days = new ArrayList<>();
  private final List<GenomeHead> genomes = new ArrayList<>();
  private final Map<DataCategory, String> withheld = new EnumMap<>(DataCategory.class);
  private @Nullable Sex sex = Sex.MALE;
  private @Nullable BirthDate birth = BirthDate.parse("1972-04-03");
  private long revision = 7;

  private TestPerson() {}

  public static TestPerson man() {
    return new TestPerson();
  }

  public static TestPerson woman() {
    TestPerson person = new TestPerson();
    person.sex = Sex.FEMALE;
    return person;
  }

  public TestPerson born(String date) {
    birth = BirthDate.parse(date);
    return this;
  }

  public TestPerson sexNotTold() {
    sex = null;
    return this;
  }

  /** A value in the catalogue's unit. */
  public TestPerson value(String date, String item, String number) {
    String unit = ItemCatalogue.standard().byCode(item).map(Item::ucum).orElseThrow();
    return observation(date, item, quantity(number, unit == null ? "" : unit));
  }

  /** Values in the catalogue's units, written {@code "TC 195, HDL 48"}. */
  public TestPerson values(String date, String list) {
    for (String one : list.split(",\\s*", -1)) {
      String[] parts = one.strip().split(" ", -1);
      value(date, parts[0], parts[1]);
    }
    return this;
  }

  public TestPerson code(String date, String item, String code) {
    return observation(
        date, item, new Value.Coded(new Coding("urn:lifelong:item:" + item, code, "")));
  }

  public TestPerson observation(String date, String item, Value value) {
    return add(date, observation(item, value, date, Observation.Status.FINAL, false, false));
  }

  public TestPerson status(String date, String item, String number, Observation.Status status) {
    String unit = ItemCatalogue.standard().byCode(item).map(Item::ucum).orElseThrow();
    return add(
        date,
        observation(item, quantity(number, unit == null ? "" : unit), date, status, false, false));
  }

  public TestPerson implausible(String date, String item, String number) {
    String unit = ItemCatalogue.standard().byCode(item).map(Item::ucum).orElseThrow();
    return add(
        date,
        observation(
            item,
            quantity(number, unit == null ? "" : unit),
            date,
            Observation.Status.FINAL,
            true,
            false));
  }

  public TestPerson held(String date, String item, String number) {
    String unit = ItemCatalogue.standard().byCode(item).map(Item::ucum).orElseThrow();
    return add(
        date,
        observation(
            item,
            quantity(number, unit == null ? "" : unit),
            date,
            Observation.Status.FINAL,
            false,
            true));
  }

  /** A value whose code the catalogue does not know. */
  public TestPerson unmapped(String date, String code, String number, String unit) {
    LocalDate day = LocalDate.parse(date);
    return add(
        date,
        new Observation(
            null,
            quantity(number, unit),
            day,
            day.atTime(9, 0).toInstant(ZoneOffset.UTC),
            Observation.Status.FINAL,
            false,
            false,
            false,
            "",
            code + "#" + date));
  }

  private TestPerson add(String date, Observation observation) {
    observations.computeIfAbsent(LocalDate.parse(date), d -> new ArrayList<>()).add(observation);
    return this;
  }

  private Observation observation(
      String item,
      Value value,
      String date,
      Observation.Status status,
      boolean implausible,
      boolean held) {
    LocalDate day = LocalDate.parse(date);
    return new Observation(
        item,
        value,
        day,
        day.atTime(9, 0).toInstant(ZoneOffset.UTC),
        status,
        implausible,
        false,
        held,
        "",
        item + "#" + observations.getOrDefault(day, List.of()).size());
  }

  public static Value quantity(String number, String unit) {
    return new Value.Quantity(new BigDecimal(number), unit, Value.Comparator.EQUAL);
  }

  public TestPerson condition(String date, String icd10) {
    return statement(
        date, Statement.Kind.CONDITION, "http://hl7.org/fhir/sid/icd-10", icd10, "active");
  }

  public TestPerson medicine(String date, String atc) {
    return statement(date, Statement.Kind.MEDICATION, "http://www.whocc.no/atc", atc, "active");
  }

  public TestPerson statement(
      String date, Statement.Kind kind, String system, String code, String status) {
    LocalDate day = LocalDate.parse(date);
    statements
        .computeIfAbsent(day, d -> new ArrayList<>())
        .add(new Statement(kind, List.of(new Coding(system, code, "")), "", status, day, null));
    return this;
  }

  /** The lists of medicines and conditions were asked in full at this visit. */
  public TestPerson listsAsked(String date) {
    lists
        .computeIfAbsent(LocalDate.parse(date), d -> EnumSet.noneOf(Statement.Kind.class))
        .addAll(List.of(Statement.Kind.MEDICATION, Statement.Kind.CONDITION));
    return this;
  }

  /** The same value on each of the days up to and including {@code last}. */
  public TestPerson phone(String last, int count, String signal, String unit, int value) {
    for (int i = 0; i < count; i++) {
      days.add(
          new LifestyleDay(
              LocalDate.parse(last).minusDays(i),
              signal,
              BigDecimal.valueOf(value),
              unit,
              "Watch"));
    }
    return this;
  }

  public TestPerson genome(String build) {
    genomes.add(new GenomeHead("g1", "k1", build, "array", 700_000, 12, false));
    return this;
  }

  /** The person's genome stands under another person too. */
  public TestPerson genomeInQuestion() {
    genomes.clear();
    genomes.add(new GenomeHead("g1", "k1", "GRCh37", "array", 700_000, 12, true));
    return this;
  }

  public TestPerson withheld(DataCategory category) {
    withheld.put(category, "no_consent");
    return this;
  }

  public TestPerson revision(long number) {
    revision = number;
    return this;
  }

  public PersonRecord record() {
    Set<LocalDate> dates = new TreeSet<>(observations.keySet());
    dates.addAll(statements.keySet());
    dates.addAll(lists.keySet());
    List<Visit> visits =
        dates.stream()
            .map(
                date ->
                    new Visit(
                        "visit-" + date,
                        "seoul",
                        date,
                        observations.getOrDefault(date, List.of()),
                        statements.getOrDefault(date, List.of()),
                        lists.getOrDefault(date, Set.of())))
            .toList();
    return new PersonRecord("person-1", sex, birth, revision, visits, genomes, days, withheld);
  }
}
