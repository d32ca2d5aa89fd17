package health.lifelong.ingestion.lifestyle.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lifelong.ingestion.lifestyle.domain.ExportLimits;
import health.lifelong.ingestion.lifestyle.domain.LifestyleReading;
import health.lifelong.ingestion.lifestyle.domain.PhoneExport;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.testing.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppleExportGuardTest {
  private static final String STEPS =
      Exports.steps("Phone", "2026-03-01 10:00:00 +0900", "2026-03-01 10:05:00 +0900", "100");

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] typed(String documentType) {
    return utf8(
        "<?xml version=\"1.0\"?>\n" + documentType + "<HealthData>" + STEPS + "</HealthData>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<!DOCTYPE HealthData []>",
        "<!DOCTYPE HealthData>",
        "\uFEFF<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Record)>\n]>\n",
        "<!-- <x> --><!DOCTYPE HealthData [ <!ATTLIST HealthData\n locale CDATA #REQUIRED\n ] >",
        "<!DOCTYPE HealthData [\n<!ATTLIST Record unit CDATA #IMPLIED\n<!ELEMENT Me EMPTY\n]>",
        "<!DOCTYPE HealthData [\n<!ELEMENT Me EMPTY>\n",
        "<!DOCTYPE HealthData [ <!ENTITY a \"aaaa\"> <!ENTITY b \"&a;&a;\"> ]>",
        "<!DOCTYPE HealthData [ <!ENTITY x SYSTEM \"file:///etc/passwd\"> ]>"
      })
  void theInlineDocumentTypeIsCutOffUnread(String documentType) {
    assertThat(Exports.read(typed(documentType)).observations()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html []>",
        "<!DOCTYPE HealthData SYSTEM \"http://127.0.0.1/a.dtd\">",
        "<!DOCTYPE HealthData PUBLIC \"a\" \"b\" [ ]>",
        "<!DOCTYPE HealthData []><!DOCTYPE HealthData []>",
        "<!DOCTYPEHealthData []>"
      })
  void everyOtherDocumentTypeIsRefused(String documentType) {
    assertThat(Exports.refused(typed(documentType)).reason()).isEqualTo(Reason.DOCTYPE_REFUSED);
  }

  @Test
  void anEntityThatTheCutTypeDeclaredIsNeverExpanded() {
    byte[] bytes =
        utf8(
            "<!DOCTYPE HealthData [ <!ENTITY x SYSTEM \"file:///etc/hostname\"> ]><HealthData>"
                + STEPS
                + STEPS.replace("Phone", "&x;")
                + "</HealthData>");
    LifestyleReading reading = Exports.read(bytes);
    assertThat(reading.partial()).isTrue();
    assertThat(reading.observations()).isEqualTo(1);
  }

  @Test
  void controlCharactersAreDroppedPlainOrAsReferences() {
    LifestyleReading reading =
        Exports.read(
            STEPS.replace("Phone", "Ki\u000Bm &#11;&#x0b;&amp; &lt;Co&gt; &#xBBF;&\u0000#9;"));
    assertThat(reading.observations()).isEqualTo(1);
    assertThat(reading.days().getFirst().source()).startsWith("Kim & <Co> \u0BBF");
  }

  @ParameterizedTest
  @ValueSource(strings = {"export.xml", "exportar.xml", "导出.xml", "健康匯出.xml", "건강 데이터.xml"})
  void theExportIsFoundByItsRootWhateverItsName(String name) {
    byte[] zip =
        Exports.zip(
            "apple_health_export/export_cda.xml",
            "<ClinicalDocument/>",
            "apple_health_export/" + name,
            Exports.xml(STEPS));
    assertThat(Exports.read(zip).observations()).isEqualTo(1);
  }

  @Test
  void aNameInAnotherCharsetWithoutTheFlagIsTaken() {
    byte[] zip = Exports.zip(Charset.forName("x-windows-949"), "내보내기.xml", Exports.xml(STEPS));
    assertThat(Exports.read(zip).observations()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../export.xml",
        "a/../../export.xml",
        "/export.xml",
        "a\\b.xml",
        "con.xml",
        "a/NUL",
        "C:export.xml",
        "a//b.xml",
        "./export.xml",
        "a\u0001b.xml"
      })
  void anUnsafeNameRefusesTheArchive(String name) {
    byte[] zip = Exports.zip("export.xml", Exports.xml(STEPS), name, "x");
    assertThat(Exports.refused(zip).reason()).isEqualTo(Reason.ARCHIVE_ENTRY_NAME);
  }

  @Test
  void aLinkRefusesTheArchive() {
    byte[] zip = Exports.zip("export.xml", Exports.xml(STEPS), "other", "/etc/passwd");
    int directory = last(zip, 0x02014b50);
    zip[directory + 41] = (byte) 0xA1;
    assertThat(Exports.refused(zip))
        .satisfies(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Reason.ARCHIVE_LINK);
              assertThat(refusal.detail()).isEqualTo("a link");
            });
  }

  private static int last(byte[] bytes, int signature) {
    for (int i = bytes.length - 4; i >= 0; i--) {
      boolean here = true;
      for (int j = 0; j < 4; j++) {
        here &= bytes[i + j] == (byte) (signature >> (8 * j));
      }
      if (here) {
        return i;
      }
    }
    throw new AssertionError("no such signature");
  }

  @Test
  void twoEntriesOfOneNameAfterNormalisationRefuseTheArchive() {
    byte[] zip = Exports.zip("é.txt", "a", "e\u0301.txt", "b", "export.xml", Exports.xml(STEPS));
    assertThat(Exports.refused(zip).reason()).isEqualTo(Reason.ARCHIVE_DUPLICATE_NAME);
  }

  @Test
  void anArchiveThatUnpacksTooFarIsStopped() {
    byte[] bomb = Exports.zip("a.bin", "\0".repeat(4 << 20), "export.xml", Exports.xml(STEPS));
    assertThat(Exports.refused(bomb).reason()).isEqualTo(Reason.ARCHIVE_RATIO);
    byte[] inside = Exports.zip("export.xml", Exports.xml(STEPS, " ".repeat(4 << 20)));
    assertThat(Exports.refused(inside).reason()).isEqualTo(Reason.ARCHIVE_RATIO);
  }

  @Test
  void routesOfWorkoutsDoNotCountAsEntriesButOthersDo() {
    String[] routes = new String[2 * 1_500];
    String[] others = new String[2 * 1_500];
    for (int i = 0; i < 1_500; i++) {
      routes[2 * i] = "apple_health_export/workout-routes/route_" + i + ".gpx";
      others[2 * i] = "apple_health_export/note_" + i + ".txt";
      routes[2 * i + 1] = "<gpx/>";
      others[2 * i + 1] = "x";
    }
    routes[0] = "apple_health_export/export.xml";
    routes[1] = Exports.xml(STEPS);
    assertThat(Exports.read(Exports.zip(routes)).observations()).isEqualTo(1);
    assertThat(Exports.refused(Exports.zip(others)).reason())
        .isEqualTo(Reason.ARCHIVE_TOO_MANY_ENTRIES);
  }

  @Test
  void aTruncatedExportKeepsWhatWasReadAndSaysSo() {
    byte[] xml =
        utf8(Exports.xml(STEPS, STEPS.replace("10:0", "11:0"), STEPS.replace("10:0", "12:0")));
    LifestyleReading cut = Exports.read(Arrays.copyOf(xml, xml.length - 60));
    assertThat(cut.partial()).isTrue();
    assertThat(cut.observations()).isEqualTo(2);

    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      many.append(STEPS.replace("100", Integer.toString(i * 7919 % 10_007)));
    }
    byte[] zip = Exports.zip("apple_health_export/export.xml", Exports.xml(many.toString()));
    LifestyleReading half = Exports.read(Arrays.copyOf(zip, zip.length / 2));
    assertThat(half.partial()).isTrue();
    assertThat(half.observations()).isBetween(1_000L, 4_999L);
    assertThat(Exports.read(zip).partial()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'', MALFORMED",
    "hello, XML_SYNTAX",
    "'<ClinicalDocument/>', FORMAT_UNKNOWN",
    "'<HealthDataX/>', FORMAT_UNKNOWN"
  })
  void whatIsNoExportIsRefused(String text, Reason reason) {
    assertThat(Exports.refused(utf8(text)).reason()).isEqualTo(reason);
    assertThat(Exports.refused(Exports.zip("a.xml", text)).reason())
        .isEqualTo(Reason.FORMAT_UNKNOWN);
  }

  /** Every zip of the hostile set, with the code that its case states. */
  @TestFactory
  Stream<DynamicTest> everyHostileZipIsRefusedAsItsCaseSays() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Path folder = SharedData.path("data/hostile/archives");
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("expected.jsonl"))) {
      JsonNode test = mapper.readTree(line);
      String file = test.path("file").asText();
      String code = test.path("expect").path("code").asText();
      if (file.endsWith(".zip")) {
        tests.add(
            DynamicTest.dynamicTest(
                file,
                () ->
                    assertThat(
                            Exports.refused(Files.readAllBytes(folder.resolve(file)))
                                .reason()
                                .code())
                        .isEqualTo(code)));
      }
    }
    return tests.stream();
  }

  @Test
  void aTagOrANestingWithoutEndIsStopped() {
    String longName = "x".repeat(5 << 20);
    assertThat(Exports.refused(utf8(Exports.xml("<Record a=\"" + longName + "\"/>"))).reason())
        .isEqualTo(Reason.TOO_LARGE);
    assertThat(Exports.refused(utf8(Exports.xml("<a>".repeat(100_000)))).reason())
        .isEqualTo(Reason.XML_TOO_DEEP);
  }

  @Test
  void samplesSourcesAndBytesHaveLimits() throws IOException {
    String two = STEPS + STEPS.replace("Phone", "Other").replace("10:0", "11:0");
    byte[] xml = utf8(Exports.xml(two));
    assertThat(limited(xml, new ExportLimits(8L << 30, 9, 9, 100, 1, 9)))
        .isInstanceOf(PhoneExport.Refused.class);
    assertThat(limited(xml, new ExportLimits(100, 9, 9, 100, 9, 9)))
        .isInstanceOf(PhoneExport.Refused.class);
    assertThat(limited(xml, new ExportLimits(8L << 30, 9, 9, 100, 9, 1)))
        .isInstanceOfSatisfying(
            PhoneExport.Read.class,
            read -> assertThat(read.reading().rejectedRecords()).isEqualTo(1));
  }

  private static PhoneExport limited(byte[] bytes, ExportLimits limits) throws IOException {
    return new AppleHealthReader(limits, ZoneId.of("Asia/Seoul"))
        .read(() -> new ByteArrayInputStream(bytes));
  }

  @Test
  void millionsOfEscapedCharactersAreNoEntityAttack() {
    String device = "&lt;&lt;HKDevice: 0x1&gt;, name:Apple Watch&gt;";
    String record = STEPS.replace("unit=", "device=\"" + device + "\" unit=");
    LifestyleReading reading = Exports.read(record.repeat(60_000));
    assertThat(reading.partial()).isFalse();
    assertThat(reading.observations()).isEqualTo(60_000);
    assertThat(reading.days().getFirst().value()).isEqualByComparingTo("100");
  }
}
