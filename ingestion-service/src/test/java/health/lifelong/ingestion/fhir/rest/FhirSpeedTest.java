package health.lifelong.ingestion.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.fhir.domain.FhirFormat;
import health.lifelong.ingestion.fhir.domain.FhirLimits;
import health.lifelong.ingestion.fhir.domain.ParsedBody;
import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Prints how fast bodies are read by one core, in processor time; asserts nothing about time. */
class FhirSpeedTest {
  private static final int WARM = 25;
  private static final int MEASURED = 25;

  @Test
  void printsMegabytesASecond() throws IOException {
    byte[] json =
        Files.readAllBytes(
            SharedData.path("data/ingest/fhir-r4/synthea_Wynona930_Bradtke547.json"));
    byte[] xml =
        Files.readAllBytes(
            SharedData.path("data/ingest/fhir-r4/synthea_Bennett146_Swaniawski813.xml"));
    JsonBodyParser parser = new JsonBodyParser(FhirLimits.BODY);
    print(
        "FHIR JSON to tree",
        json,
        () -> assertThat(parser.parse(json)).isInstanceOf(ParsedBody.Tree.class));
    print(
        "FHIR JSON to outcomes",
        json,
        () -> assertThat(Reading.of(json, FhirFormat.JSON).refusal()).isNull());
    print(
        "FHIR XML to outcomes",
        xml,
        () -> assertThat(Reading.of(xml, FhirFormat.XML).refusal()).isNull());
  }

  private static void print(String what, byte[] body, Runnable once) {
    for (int i = 0; i < WARM; i++) {
      once.run();
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < MEASURED; i++) {
      once.run();
    }
    double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
    double megabytes = body.length * (double) MEASURED / 1e6;
    System.out.printf(
        Locale.ROOT,
        "%s: %.0f MB/s of one core (%d bytes)%n",
        what,
        megabytes / seconds,
        body.length);
  }
}
