package health.lifelong.local.sample;

import health.lifelong.analytics.record.domain.BirthDate;
import health.lifelong.analytics.record.domain.Coding;
import health.lifelong.analytics.record.domain.GenomeHead;
import health.lifelong.analytics.record.domain.LifestyleDay;
import health.lifelong.analytics.record.domain.Observation;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.analytics.record.domain.Sex;
import health.lifelong.analytics.record.domain.Statement;
import health.lifelong.analytics.record.domain.Value;
import health.lifelong.analytics.record.domain.Visit;
import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallBlock;
import health.lifelong.vocabulary.genome.CallState;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A synthetic person of 35 checkups, a consumer-array genome of 700,000 variants and three years of
 * phone days, for benchmarks: as files for the doors, and as analytics reads them.
 */
public final class LongLife {
  private static final int CHECKUPS = 35;
  private static final int DAYS = 3 * 365;
  private static final int FILLER_A_CHROMOSOME = 32_000;
  private static final int CALLS_A_BLOCK = 4_096;

  private final SamplePerson person;
  private final List<SampleVisit> visits;
  private final String centre;

  /** One of many such persons; {@code run} keeps runs apart. */
  public LongLife(String run, int number, String centre) {
    SamplePerson.Story[] stories = {
      SamplePerson.Story.DRINKER, SamplePerson.Story.STEADY, SamplePerson.Story.TREATED
    };
    person =
        new SamplePerson(
            "L-" + run + "-%04d".formatted(number),
            "오랜" + number,
            number % 2 == 1,
            LocalDate.of(1958 + number % 10, 1 + number % 12, 1 + number % 28),
            stories[number % stories.length]);
    this.centre = centre;
    visits = SampleVisit.of(person, CHECKUPS).stream().map(visit -> visit.at(centre)).toList();
  }

  /** The number under which the centre knows the person. */
  public String chartNumber() {
    return person.chartNumber(centre);
  }

  /** Values of a checkup. */
  public int valuesACheckup() {
    return visits.getFirst().values().size() + visits.getFirst().answers().size();
  }

  /** All checkups but the newest {@code without}, as a spreadsheet batch. */
  public byte[] checkups(int without) {
    return new CsvSample(StandardCharsets.UTF_8).file(visits.subList(0, visits.size() - without));
  }

  /** {@code count} checkups from the {@code from}-th newest on. */
  public byte[] newest(int from, int count) {
    int first = visits.size() - from;
    return new CsvSample(StandardCharsets.UTF_8).file(visits.subList(first, first + count));
  }

  /** The genotype file. */
  public byte[] genome(Path pack) throws IOException {
    return GenomeSample.text(GenomeSample.rows(person, pack, FILLER_A_CHROMOSOME));
  }

  /** The phone's export of three years. */
  public byte[] phone() {
    return PhoneSample.file(person, LocalDate.of(2023, 11, 21));
  }

  /** The genome as profile keeps and sends it. */
  public List<CallBlock> blocks(Path pack) throws IOException {
    List<CallBlock> blocks = new ArrayList<>();
    List<Call> calls = new ArrayList<>();
    String chromosome = "";
    for (GenomeSample.Row row : GenomeSample.rows(person, pack, FILLER_A_CHROMOSOME)) {
      String next = Integer.toString(row.chromosome());
      if (!calls.isEmpty() && (!next.equals(chromosome) || calls.size() == CALLS_A_BLOCK)) {
        blocks.add(CallBlock.of(calls));
        calls.clear();
      }
      chromosome = next;
      calls.add(call(row));
    }
    blocks.add(CallBlock.of(calls));
    return blocks;
  }

  private static Call call(GenomeSample.Row row) {
    String first = row.genotype().substring(0, 1);
    String second = row.genotype().substring(1, 2);
    boolean called = !first.equals("-");
    boolean same = first.equals(second);
    List<String> alleles = same ? List.of(first) : List.of(first, second);
    return new Call(
        Integer.toString(row.chromosome()),
        row.position(),
        row.position(),
        row.rsid(),
        called ? alleles : List.of(),
        false,
        called ? 0 : Call.MISSING,
        called ? (same ? 0 : 1) : Call.MISSING,
        false,
        null,
        called ? CallState.CALLED : CallState.NO_CALL);
  }

  /** The record as analytics reads it. */
  public PersonRecord record() {
    return new PersonRecord(
        "person-" + person.memberNumber(),
        person.female() ? Sex.FEMALE : Sex.MALE,
        BirthDate.parse(person.birth().toString()),
        CHECKUPS + 2L,
        visits.stream().map(LongLife::visit).toList(),
        List.of(new GenomeHead("genome", "key", "GRCh37", "array", 700_000, 12, false)),
        days(),
        Map.of());
  }

  private static Visit visit(SampleVisit visit) {
    List<Observation> observations = new ArrayList<>();
    for (SampleVisit.Measured value : visit.values()) {
      String unit = value.item().ucum();
      observations.add(
          observation(
              visit,
              value.item().code(),
              new Value.Quantity(
                  new BigDecimal(value.value()),
                  unit == null ? "" : unit,
                  Value.Comparator.EQUAL)));
    }
    for (SampleVisit.Answer answer : visit.answers()) {
      String item = answer.item().code();
      observations.add(
          observation(
              visit,
              item,
              new Value.Coded(new Coding("urn:lifelong:item:" + item, answer.code(), ""))));
    }
    return new Visit(
        visit.date().toString(),
        visit.centre(),
        visit.date(),
        observations,
        List.of(),
        Set.of(Statement.Kind.MEDICATION, Statement.Kind.CONDITION));
  }

  private static Observation observation(SampleVisit visit, String item, Value value) {
    return new Observation(
        item,
        value,
        visit.date(),
        visit.date().atTime(9, 0).toInstant(ZoneOffset.UTC),
        Observation.Status.FINAL,
        false,
        false,
        false,
        "",
        item);
  }

  private List<LifestyleDay> days() {
    SplittableRandom random = new SplittableRandom(person.memberNumber().hashCode());
    LocalDate first = LocalDate.of(2026, 11, 20).minusDays(DAYS - 1L);
    List<LifestyleDay> days = new ArrayList<>();
    for (int i = 0; i < DAYS; i++) {
      LocalDate day = first.plusDays(i);
      days.add(phone(day, "steps", "{steps}", 3_000 + random.nextInt(8_000)));
      days.add(phone(day, "resting_heart_rate", "/min", 54 + random.nextInt(14)));
    }
    return days;
  }

  private static LifestyleDay phone(LocalDate day, String signal, String unit, int value) {
    return new LifestyleDay(day, signal, BigDecimal.valueOf(value), unit, "Watch");
  }
}
