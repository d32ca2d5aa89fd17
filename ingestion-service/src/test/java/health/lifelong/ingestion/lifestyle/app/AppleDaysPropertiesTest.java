package health.lifelong.ingestion.lifestyle.app;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.lifestyle.domain.LifestyleReading;
import health.lifelong.ingestion.record.domain.LifestyleDay;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AppleDaysPropertiesTest {
  private static final String WATCH = Exports.WATCH;
  private static final String PHONE = Exports.PHONE;

  @Test
  void daysDoNotDependOnTheOrderOfArrivalNorOnResending() {
    long seed = 20260301;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 30; round++) {
      List<String> records = randomRecords(random);
      LifestyleReading once = Exports.read(records.toArray(String[]::new));
      List<String> again = new ArrayList<>(records);
      again.addAll(records.subList(0, records.size() / 2));
      Collections.shuffle(again, random);
      LifestyleReading twice = Exports.read(again.toArray(String[]::new));
      assertThat(twice.days()).isEqualTo(once.days());
    }
  }

  @Test
  void theTotalLiesBetweenTheBestSourceAndTheSumOfAll() {
    long seed = 20260302;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    for (int round = 0; round < 50; round++) {
      Map<String, Integer> bySource = new HashMap<>();
      List<String> records = new ArrayList<>();
      for (String source : List.of(WATCH, PHONE, "Walker")) {
        LocalDateTime time = LocalDateTime.of(2026, 3, 1, 6, 0);
        while (time.getDayOfMonth() == 1 && time.getHour() < 23) {
          LocalDateTime end = time.plusSeconds(60 + random.nextInt(3_000));
          int value = random.nextInt(500);
          records.add(
              Exports.steps(
                  source,
                  format.format(time) + " +0900",
                  format.format(end) + " +0900",
                  "" + value));
          bySource.merge(source, value, Integer::sum);
          time = end.plusSeconds(random.nextInt(4_000));
        }
      }
      BigDecimal total =
          Exports.read(records.toArray(String[]::new)).days().stream()
              .map(LifestyleDay::value)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      int best = bySource.getOrDefault(WATCH, 0);
      int sum = bySource.values().stream().mapToInt(Integer::intValue).sum();
      assertThat(total.doubleValue()).isBetween(best - 1e-4, sum + 1e-4);
    }
  }

  private static List<String> randomRecords(Random random) {
    DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    List<String> records = new ArrayList<>();
    List<String> sources = List.of(WATCH, PHONE, "Walker", "Kim\u2019s Apple Watch");
    List<String> offsets = List.of("+0900", "-1000", "+0100", "+0530");
    for (int i = 0; i < 60; i++) {
      LocalDateTime start =
          LocalDateTime.of(2026, 3, 1, 0, 0).plusMinutes(10L * random.nextInt(300));
      LocalDateTime end = start.plusMinutes(10L * random.nextInt(12));
      String source = sources.get(random.nextInt(sources.size()));
      String offset = " " + offsets.get(random.nextInt(offsets.size()));
      String from = format.format(start) + offset;
      String to = format.format(end) + offset;
      records.add(
          switch (random.nextInt(4)) {
            case 0 -> Exports.sleep(source, random.nextBoolean() ? "Asleep" : "Awake", from, to);
            case 1 ->
                Exports.quantity(
                    "HeartRate", "count/min", source, from, to, "" + (50 + random.nextInt(90)));
            default -> Exports.steps(source, from, to, "" + random.nextInt(900));
          });
    }
    return records;
  }
}
