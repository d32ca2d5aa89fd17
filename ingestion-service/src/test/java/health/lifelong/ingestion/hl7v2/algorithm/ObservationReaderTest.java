package health.lifelong.ingestion.hl7v2.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.hl7v2.domain.AckCode;
import health.lifelong.ingestion.hl7v2.domain.Hl7Reading;
import health.lifelong.ingestion.record.domain.Checkup;
import health.lifelong.ingestion.record.domain.Document;
import health.lifelong.ingestion.record.domain.EffectiveTime.Precision;
import health.lifelong.ingestion.record.domain.Observation;
import health.lifelong.ingestion.record.domain.Observation.Status;
import health.lifelong.ingestion.record.domain.Observation.Unmapped;
import health.lifelong.ingestion.record.domain.RecordOutcome.CheckupRead;
import health.lifelong.ingestion.record.domain.Value;
import health.lifelong.ingestion.record.domain.Value.Comparator;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationReaderTest {
  @Test
  void aNumberKeepsItsDigitsAndItsSurroundings() {
    Observation read =
        Messages.observation(
            "OBX|1|NM|2093-3^Cholesterol^LN|a|182.50|mg/dL^^UCUM|<200|H~A|||F|||20260304|||M1^Enzymatic|DEV7");
    assertThat(read.itemCode()).isEqualTo("TC");
    assertThat(read.value())
        .isEqualTo(new Value.Quantity(new BigDecimal("182.50"), "mg/dL", Comparator.EQUAL));
    assertThat(read.referenceRange()).isEqualTo("<200");
    assertThat(read.interpretation()).isEqualTo("H A");
    assertThat(read.method()).isEqualTo("M1");
    assertThat(read.device()).isEqualTo("DEV7");
    assertThat(read.panel()).isEqualTo("24331-1");
    assertThat(read.position()).isEqualTo("OBX[1]");
    assertThat(read.sourceKey()).isEqualTo("A0001|2093-3^LN|a|0");
  }

  @Test
  void structuredNumbersKeepTheirSign() {
    assertThat(sn(">^100"))
        .isEqualTo(new Value.Quantity(new BigDecimal("100"), "mg/dL", Comparator.GREATER));
    assertThat(sn("<=^5"))
        .isEqualTo(new Value.Quantity(new BigDecimal("5"), "mg/dL", Comparator.LESS_OR_EQUAL));
    assertThat(sn("^182"))
        .isEqualTo(new Value.Quantity(new BigDecimal("182"), "mg/dL", Comparator.EQUAL));
    assertThat(sn("^100^-^200")).isEqualTo(new Value.Range("100-200"));
    assertThat(sn("^1^:^128")).isEqualTo(new Value.Range("1:128"));
    assertThat(sn("<>^5")).isEqualTo(new Value.Text("<>5"));
  }

  @Test
  void gradesAreReadFromNumbersCodesAndText() {
    assertThat(strip("SN", "^2^+")).isEqualTo("4");
    assertThat(strip("ST", "±")).isEqualTo("2");
    assertThat(strip("ST", "1+")).isEqualTo("3");
    assertThat(strip("ST", "음성")).isEqualTo("1");
    assertThat(strip("TX", "Trace")).isEqualTo("2");
    assertThat(strip("NM", "++")).isEqualTo("4");
    assertThat(strip("CWE", "260385009^Negative^SCT")).isEqualTo("1");
    assertThat(strip("CE", "N1^Negative^L")).isEqualTo("1");
    assertThat(strip("IS", "-")).isEqualTo("1");
  }

  @Test
  void notDoneIsKeptAndNotCounted() {
    for (String status : new String[] {"X", "N"}) {
      Hl7Reading reading =
          Messages.read(Messages.results("OBX|1|NM|2093-3^Cholesterol^LN|||mg/dL|||||" + status));
      Observation read =
          ((CheckupRead) reading.outcomes().getFirst()).checkup().observations().getFirst();
      assertThat(reading.observations()).isZero();
      assertThat(read.value()).isEqualTo(new Value.Absent(Value.Reason.NOT_DONE));
    }
  }

  @Test
  void statesOfAResultAreKept() {
    assertThat(status("C")).isEqualTo(Status.CORRECTED);
    assertThat(status("P")).isEqualTo(Status.PRELIMINARY);
    assertThat(status("S")).isEqualTo(Status.PRELIMINARY);
    assertThat(status("R")).isEqualTo(Status.PRELIMINARY);
    assertThat(status("F")).isEqualTo(Status.FINAL);
    assertThat(status("U")).isEqualTo(Status.FINAL);
    assertThat(status("D")).isEqualTo(Status.WITHDRAWN);
    assertThat(status("W")).isEqualTo(Status.WITHDRAWN);
    assertThat(status("")).isEqualTo(Status.PRELIMINARY);
    String finished = Messages.OBR + "||||||||||||||||||F";
    byte[] frame =
        Messages.bytes(Messages.MSH, Messages.PID, finished, Messages.TC.replace("|||F", ""));
    assertThat(Messages.checkup(frame).checkup().observations().getFirst().status())
        .isEqualTo(Status.FINAL);
  }

  @Test
  void aCorrectionAndAWithdrawalNameTheValueTheyReplace() {
    Observation first = Messages.observation(Messages.TC);
    Observation corrected =
        Messages.observation(Messages.TC.replace("182", "128").replace("|F", "|C"));
    Observation withdrawn = Messages.observation("OBX|1|NM|2093-3^Cholesterol^LN||||||||W");
    assertThat(corrected.sourceKey()).isEqualTo(first.sourceKey());
    assertThat(withdrawn.sourceKey()).isEqualTo(first.sourceKey());
    assertThat(withdrawn.hasValue()).isFalse();
  }

  @Test
  void orderedAndPendingAreIgnoredAndCounted() {
    Hl7Reading reading =
        Messages.read(
            Messages.results(
                Messages.TC, Messages.TC.replace("|F", "|O"), Messages.TC.replace("|F", "|I")));
    assertThat(reading.ignored()).isEqualTo(2);
    assertThat(reading.observations()).isEqualTo(1);
  }

  @Test
  void repeatsInOneOrderAreDifferentValues() {
    List<Observation> all =
        Messages.checkup(Messages.results(Messages.TC, Messages.TC)).checkup().observations();
    assertThat(all)
        .extracting(Observation::sourceKey)
        .containsExactly("A0001|2093-3^LN||0", "A0001|2093-3^LN||1");
  }

  @Test
  void threePrecisionsGiveThreeTimes() {
    byte[] frame =
        Messages.bytes(
            Messages.MSH,
            Messages.PID,
            "OBR|1||A0001|X|||20260304083000",
            Messages.TC + "|||20260304",
            Messages.TC,
            Messages.TC + "|||20260304083000+0000");
    List<Observation> all = Messages.checkup(frame).checkup().observations();
    assertThat(all)
        .extracting(
            o ->
                o.effective().start()
                    + " "
                    + o.effective().precision()
                    + " "
                    + o.effective().offsetAssumed())
        .containsExactly(
            "2026-03-03T15:00:00Z " + Precision.DAY + " true",
            "2026-03-03T23:30:00Z " + Precision.SECOND + " true",
            "2026-03-04T08:30:00Z " + Precision.SECOND + " false");
  }

  @Test
  void timeComesFromTheValueThenTheOrderThenTheSpecimenAndNeverFromTheMessage() {
    String plain = "OBR|1||A0001|X";
    String reported = "OBR|1||A0001|X||||||||||||||||||202603050900";
    String specimen = "SPM|1||||||||||||||||20260302^20260303";
    assertThat(effective(reported, Messages.TC, specimen)).isEqualTo("2026-03-05T00:00:00Z");
    assertThat(effective(plain, Messages.TC, specimen)).isEqualTo("2026-03-01T15:00:00Z");
    assertThat(effective(plain, specimen, Messages.TC)).isEqualTo("2026-03-01T15:00:00Z");
    assertThat(effective(plain, Messages.TC)).isEqualTo("null");
  }

  @Test
  void aBadTimeIsToldAndTheOrdersTimeIsTaken() {
    Hl7Reading reading = Messages.read(Messages.results(Messages.TC + "|||20260230"));
    assertThat(reading.code()).isEqualTo(AckCode.AA);
    assertThat(reading.errors().getFirst().location().path()).isEqualTo("OBX[1]-14");
  }

  @Test
  void anUnknownCodeOrUnitIsKeptInTheSendersWords() {
    Observation code = Messages.observation("OBX|1|NM|Q99^Strange^99X||5|mg/dL|||||F");
    assertThat(code.itemCode()).isNull();
    assertThat(code.unmapped()).isEqualTo(Unmapped.CODE_UNKNOWN);
    assertThat(code.rawValue()).isEqualTo("5");
    Observation unit = Messages.observation("OBX|1|NM|2093-3^Cholesterol^LN||5|furlong|||||F");
    assertThat(unit.itemCode()).isNull();
    assertThat(unit.unmapped()).isEqualTo(Unmapped.UNIT_UNKNOWN);
    assertThat(unit.rawUnit()).isEqualTo("furlong");
    Observation missing = Messages.observation("OBX|1|NM|2093-3^Cholesterol^LN||182||||||F");
    assertThat(missing.unmapped()).isEqualTo(Unmapped.UNIT_MISSING);
  }

  @Test
  void theSecondTripletAndTheLocalCodeFindTheItem() {
    assertThat(
            Messages.observation("OBX|1|NM|C123^콜레스테롤^99HIS^2093-3^Cholesterol^LN||182|mg/dL|||||F")
                .itemCode())
        .isEqualTo("TC");
    assertThat(Messages.observation("OBX|1|NM|TC^콜레스테롤^99LIFELONG||182|mg/dL|||||F").itemCode())
        .isEqualTo("TC");
    assertThat(Messages.observation("OBX|1|NM|TC^Cholesterol||182|mg/dL|||||F").itemCode())
        .isNull();
  }

  @Test
  void aUnitWithAnUnescapedDelimiterIsStillThatUnit() {
    Observation read = Messages.observation("OBX|1|NM|WBC^WBC^L||6.1|10^3/uL|||||F");
    assertThat(read.itemCode()).isEqualTo("WBC");
  }

  @Test
  void aValueThatCannotBeTrueIsNotUsed() {
    for (String obx :
        new String[] {
          "OBX|1|NM|2093-3^Cholesterol^LN||-182|mg/dL|||||F",
          "OBX|1|NM|2093-3^Cholesterol^LN||182|mmol/L|||||F",
          "OBX|1|RP|2093-3^Cholesterol^LN||http://127.0.0.1:9/x|||||||F"
        }) {
      assertThat(Messages.read(Messages.results(obx)).code()).as(obx).isEqualTo(AckCode.AE);
    }
    Observation rare = Messages.observation("OBX|1|NM|2093-3^Cholesterol^LN||3000|mg/dL|||||F");
    assertThat(rare.implausible()).isTrue();
    assertThat(rare.value()).isInstanceOf(Value.Quantity.class);
  }

  @Test
  void notesAreOneTextBesideTheirValue() {
    Checkup checkup =
        Messages.checkup(
                Messages.results(Messages.TC, "NTE|1||first~second", "NTE|2||third\\T\\more"))
            .checkup();
    assertThat(checkup.documents())
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.kind()).isEqualTo("note");
              assertThat(note.text()).isEqualTo("first\nsecond\nthird&more");
              assertThat(note.code().code()).isEqualTo("2093-3");
            });
  }

  @Test
  void anAttachmentIsItsTypeAndSizeAndMustBeWhatItSays() {
    String pdf = "OBX|1|ED|PDF^Report^L||^application^pdf^Base64^%s||||||F";
    byte[] good = Messages.results(pdf.formatted("JVBE\\.br\\Ri0x LjQ="));
    List<Document> documents = Messages.checkup(good).checkup().documents();
    assertThat(documents).extracting(Document::text).containsExactly("application/pdf, 8 bytes");
    for (String bad : new String[] {"AAAAAAAA", "JVBERi0", "JV!ERi0xLjQ=", ""}) {
      assertThat(Messages.read(Messages.results(pdf.formatted(bad))).code())
          .as(bad)
          .isEqualTo(AckCode.AE);
    }
  }

  @Test
  void severalAnswersInOneFieldAreOneValue() {
    Observation read = Messages.observation("OBX|1|CWE|F1^Findings^L||A^Cyst^L~B^Polyp^L||||||F");
    assertThat(read.value()).isEqualTo(new Value.Text("Cyst\nPolyp"));
    Observation lines = Messages.observation("OBX|1|TX|F1^Findings^L||one~two||||||F");
    assertThat(lines.value()).isEqualTo(new Value.Text("one\ntwo"));
  }

  private static Value sn(String value) {
    return Messages.observation("OBX|1|SN|2093-3^Cholesterol^LN||" + value + "|mg/dL|||||F")
        .value();
  }

  private static String strip(String type, String value) {
    Observation read =
        Messages.observation("OBX|1|" + type + "|20454-5^Protein^LN||" + value + "||||||F");
    return read.value() instanceof Value.Coded coded
        ? coded.coding().code()
        : read.value().toString();
  }

  private static Status status(String code) {
    return Messages.observation("OBX|1|NM|2093-3^Cholesterol^LN||182|mg/dL|||||" + code).status();
  }

  private static String effective(String... segments) {
    byte[] frame =
        (Messages.text(Messages.MSH, Messages.PID) + Messages.text(segments))
            .getBytes(StandardCharsets.UTF_8);
    Observation read = Messages.checkup(frame).checkup().observations().getFirst();
    return read.effective() == null ? "null" : read.effective().start().toString();
  }
}
