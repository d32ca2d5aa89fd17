package health.lifelong.local.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;

/**
 * A phone's health export: two years of steps from watch and phone that overlap, and the resting
 * heart rate of each day.
 */
final class PhoneSample {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
  private static final LocalDate FIRST = LocalDate.of(2024, 11, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

  private PhoneSample() {}

  static byte[] file(SamplePerson person) {
    return file(person, FIRST);
  }

  /** An export that begins on a day. */
  static byte[] file(SamplePerson person, LocalDate first) {
    SplittableRandom random = new SplittableRandom(person.memberNumber().hashCode() * 31L);
    StringBuilder out = new StringBuilder();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<HealthData locale=\"ko_KR\">\n");
    out.append(" <ExportDate value=\"").append(LAST.plusDays(1)).append(" 09:00:00 +0900\"/>\n");
    out.append(" <Me HKCharacteristicTypeIdentifierDateOfBirth=\"")
        .append(person.birth())
        .append("\"/>\n");
    long days = first.until(LAST, java.time.temporal.ChronoUnit.DAYS);
    for (long i = 0; i <= days; i++) {
      LocalDate date = first.plusDays(i);
      double trend = 1 - 0.22 * i / days;
      boolean weekend = date.getDayOfWeek().getValue() > 5;
      steps(out, date, 8, (int) (1_900 * trend * (0.8 + 0.4 * random.nextDouble())), random);
      steps(out, date, 12, (int) (1_500 * trend * (0.8 + 0.4 * random.nextDouble())), random);
      steps(
          out,
          date,
          18,
          (int) ((weekend ? 3_200 : 2_300) * trend * (0.7 + 0.6 * random.nextDouble())),
          random);
      double resting =
          61 + 5.0 * i / days + 1.6 * (random.nextDouble() - 0.5) + (weekend ? 1.5 : 0);
      record(
          out,
          "RestingHeartRate",
          "Apple Watch",
          "count/min",
          date,
          "00:05:00",
          "23:55:00",
          "%.0f".formatted(resting));
    }
    out.append("</HealthData>\n");
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The watch counts the hour; the phone in the pocket counts a part of the same hour again. */
  private static void steps(
      StringBuilder out, LocalDate date, int hour, int count, SplittableRandom random) {
    String start = "%02d:00:00".formatted(hour);
    record(
        out,
        "StepCount",
        "Apple Watch",
        "count",
        date,
        start,
        "%02d:59:00".formatted(hour),
        Integer.toString(count));
    if (random.nextInt(3) > 0) {
      record(
          out,
          "StepCount",
          "iPhone",
          "count",
          date,
          "%02d:10:00".formatted(hour),
          "%02d:40:00".formatted(hour),
          Integer.toString(count / 2));
    }
  }

  private static void record(
      StringBuilder out,
      String type,
      String source,
      String unit,
      LocalDate date,
      String start,
      String end,
      String value) {
    String day = date.format(DAY);
    out.append(" <Record type=\"HKQuantityTypeIdentifier")
        .append(type)
        .append("\" sourceName=\"")
        .append(source)
        .append("\" unit=\"")
        .append(unit)
        .append("\" startDate=\"")
        .append(day)
        .append(' ')
        .append(start)
        .append(" +0900\" endDate=\"")
        .append(day)
        .append(' ')
        .append(end)
        .append(" +0900\" value=\"")
        .append(value)
        .append("\"/>\n");
  }
}
