package health.lifelong.ingestion.lifestyle.app;

import health.lifelong.ingestion.lifestyle.domain.LifestyleReading;
import health.lifelong.ingestion.lifestyle.domain.PhoneExport;
import health.lifelong.ingestion.record.domain.LifestyleDay;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes and reads small exports in tests. */
final class Exports {
  static final String WATCH = "Kim's Apple Watch";
  static final String PHONE = "Kim's iPhone";

  private Exports() {}

  static String xml(String... elements) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<HealthData locale=\"ko_KR\">\n"
        + String.join("\n", elements)
        + "\n</HealthData>\n";
  }

  static String quantity(
      String type, String unit, String source, String start, String end, String value) {
    return """
        <Record type="HKQuantityTypeIdentifier%s" sourceName="%s" unit="%s" startDate="%s" endDate="%s" value="%s"/>"""
        .formatted(type, source, unit, start, end, value);
  }

  static String steps(String source, String start, String end, String value) {
    return quantity("StepCount", "count", source, start, end, value);
  }

  static String sleep(String source, String stage, String start, String end) {
    return """
        <Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="%s" startDate="%s" endDate="%s" \
        value="HKCategoryValueSleepAnalysis%s"/>"""
        .formatted(source, start, end, stage);
  }

  static PhoneExport outcome(byte[] bytes) {
    try {
      return AppleHealthReader.standard().read(() -> new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LifestyleReading read(byte[] bytes) {
    return ((PhoneExport.Read) outcome(bytes)).reading();
  }

  static LifestyleReading read(String... elements) {
    return read(xml(elements).getBytes(StandardCharsets.UTF_8));
  }

  static Rejected refused(byte[] bytes) {
    return ((PhoneExport.Refused) outcome(bytes)).reason();
  }

  static LifestyleDay day(LifestyleReading reading, String signal, String day) {
    return day(reading, signal, day, 0);
  }

  static LifestyleDay day(LifestyleReading reading, String signal, String day, int nth) {
    List<LifestyleDay> found =
        reading.days().stream()
            .filter(d -> d.signal().equals(signal) && d.day().toString().equals(day))
            .toList();
    return found.get(nth);
  }

  static byte[] zip(Charset names, String... namesAndContents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] zip(String... namesAndContents) {
    return zip(StandardCharsets.UTF_8, namesAndContents);
  }
}
