package health.lifelong.ingestion.hl7v2.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.hl7v2.domain.AckCode;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error.Severity;
import health.lifelong.ingestion.hl7v2.domain.Hl7Reading;
import health.lifelong.ingestion.hl7v2.domain.SenderContract;
import health.lifelong.ingestion.record.domain.Observation;
import health.lifelong.ingestion.record.domain.PersonClaim.Identifier;
import health.lifelong.ingestion.record.domain.PersonClaim.Sex;
import health.lifelong.ingestion.record.domain.RecordOutcome.CheckupRead;
import health.lifelong.ingestion.record.domain.RecordOutcome.PersonRead;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import health.lifelong.ingestion.record.domain.Statement.Kind;
import health.lifelong.ingestion.record.domain.Value;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class Hl7JudgeTest {
  @Test
  void anOrdinaryResultIsTaken() {
    Hl7Reading reading = Messages.read(Messages.results(Messages.TC));
    assertThat(reading.code()).isEqualTo(AckCode.AA);
    assertThat(reading.errors()).isEmpty();
    assertThat(reading.observations()).isEqualTo(1);
    assertThat(reading.unmapped()).isZero();
    CheckupRead read = (CheckupRead) reading.outcomes().getFirst();
    assertThat(read.person().identifiers())
        .containsExactly(new Identifier("CENTRE3", "C3-000123", "PI"));
    assertThat(read.person().name()).isEqualTo("홍길동");
    assertThat(read.person().birthDate()).isEqualTo("1980-01-02");
    assertThat(read.person().sex()).isEqualTo(Sex.MALE);
    assertThat(read.checkup().sourceKey()).isEqualTo("date:2026-03-04");
  }

  @Test
  void oneUnusableObxAmong200LosesNothingElse() {
    StringBuilder segments = new StringBuilder();
    for (int i = 1; i <= 200; i++) {
      String value = i == 77 ? "see below" : Integer.toString(100 + i);
      segments.append("OBX|%d|NM|2093-3^Cholesterol^LN|%d|%s|mg/dL|||||F\r".formatted(i, i, value));
    }
    Hl7Reading reading = Messages.read(Messages.results(segments.toString()));
    assertThat(reading.code()).isEqualTo(AckCode.AA);
    assertThat(reading.observations()).isEqualTo(200);
    assertThat(reading.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.severity()).isEqualTo(Severity.WARNING);
              assertThat(error.location().path()).isEqualTo("OBX[77]-5");
              assertThat(error.condition().code()).isEqualTo(102);
            });
    List<Observation> all = ((CheckupRead) reading.outcomes().getFirst()).checkup().observations();
    assertThat(all).hasSize(200);
    assertThat(all.stream().filter(Observation::hasValue)).hasSize(199);
    assertThat(all.get(76).value()).isEqualTo(new Value.Absent(Value.Reason.NOT_USABLE));
    assertThat(all.get(76).rawValue()).isEqualTo("see below");
  }

  @Test
  void noUsableValueAtAllIsAnErrorThatNamesTheValue() {
    Hl7Reading reading =
        Messages.read(Messages.results("OBX|1|NM|2093-3^Cholesterol^LN||high|mg/dL|||||F"));
    assertThat(reading.code()).isEqualTo(AckCode.AE);
    assertThat(reading.errors().getFirst().severity()).isEqualTo(Severity.ERROR);
    assertThat(reading.outcomes())
        .containsExactly(
            new Rejected(0, "OBX[1]-5", Reason.NOTHING_USABLE, "type NM, and not a number"));
  }

  @Test
  void withdrawalsOrHeadersAloneAreNoError() {
    assertThat(Messages.read(Messages.results(Messages.TC.replace("|F", "|W"))).code())
        .isEqualTo(AckCode.AA);
    assertThat(Messages.read(Messages.results("OBX|1||24331-1^Lipids^LN||||||||F")).code())
        .isEqualTo(AckCode.AA);
  }

  @Test
  void hangulOutsideKsX1001IsReadUnderEveryLabelThatSendersUse() {
    Charset ms949 = SenderContract.MS949;
    for (String label : new String[] {"KS X 1001", "EUC-KR", "CP949", "KSC5601", "", "ASCII"}) {
      String text =
          Messages.text(
              Messages.MSH.replace("UNICODE UTF-8", label), Messages.PID.replace("길동", "뷁펲"));
      Hl7Reading reading = Messages.read(text.getBytes(ms949));
      assertThat(reading.code()).as(label).isEqualTo(AckCode.AA);
      assertThat(((PersonRead) reading.outcomes().getFirst()).person().name()).isEqualTo("홍뷁펲");
    }
  }

  @Test
  void bytesThatAreNotOfTheDeclaredSetAreNeverReplaced() {
    byte[] frame = Messages.text(Messages.MSH, Messages.PID).getBytes(SenderContract.MS949);
    Hl7Reading reading = Messages.read(frame);
    assertThat(reading.code()).isEqualTo(AckCode.AE);
    assertThat(reading.errors().getFirst().condition().code()).isEqualTo(102);
    assertThat(reading.errors().getFirst().reason()).isEqualTo(Reason.ENCODING_INVALID);
    assertThat(reading.errors().getFirst().text()).matches(".* at byte \\d+");
  }

  @Test
  void anUnknownCharacterSetIsNamedAndNotGuessed() {
    Hl7Reading reading =
        Messages.read(
            Messages.bytes(Messages.MSH.replace("UNICODE UTF-8", "KLINGON"), Messages.PID));
    assertThat(reading.code()).isEqualTo(AckCode.AE);
    assertThat(reading.errors().getFirst().condition().code()).isEqualTo(103);
    assertThat(reading.errors().getFirst().text()).contains("KLINGON");
    assertThat(
            Messages.read(
                    Messages.bytes(
                        Messages.MSH.replace("UNICODE UTF-8", "UNICODE UTF-16"), Messages.PID))
                .code())
        .isEqualTo(AckCode.AE);
  }

  @Test
  void delimitersAreThoseOfTheMessage() {
    String message =
        Messages.text(Messages.MSH, Messages.PID, Messages.OBR, Messages.TC)
            .replace('|', '!')
            .replace('^', '@')
            .replace('~', '%')
            .replace('\\', '/')
            .replace('&', '+')
            .replace("mg/dL", "mg/E/dL");
    CheckupRead read = Messages.checkup(message.getBytes(StandardCharsets.UTF_8));
    assertThat(read.checkup().observations().getFirst().itemCode()).isEqualTo("TC");
  }

  @Test
  void severalPersonsInOneMessageAreSeveralVisits() {
    String other = "PID|2||C3-000999^^^CENTRE3^PI||김^영희||19910909|F";
    byte[] frame =
        Messages.results(Messages.TC, other, "OBR|2||A0002|X", Messages.TC.replace("182", "210"));
    Hl7Reading reading = Messages.read(frame);
    assertThat(reading.outcomes()).hasSize(2);
    assertThat(reading.observations()).isEqualTo(2);
    assertThat(reading.outcomes().get(1).claim().name()).isEqualTo("김영희");
  }

  @Test
  void aPersonWithoutIdentifierDoesNotTakeTheOthersDown() {
    Hl7Reading reading = Messages.read(Messages.results(Messages.TC, "PID|2||||무^명", Messages.TC));
    assertThat(reading.code()).isEqualTo(AckCode.AA);
    assertThat(reading.outcomes().get(0)).isInstanceOf(CheckupRead.class);
    assertThat(reading.outcomes().get(1))
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.reason()).isEqualTo(Reason.PERSON_MISSING));
    assertThat(reading.errors()).allMatch(error -> error.severity() == Severity.WARNING);
    assertThat(reading.observations()).isEqualTo(1);
  }

  @Test
  void allIdentifiersAreKeptAndTheIdeographicNameIsPreferred() {
    String pid =
        "PID|1||C3-1^^^CENTRE3&1.2.3&ISO^PI~M77^^^&2.16.840&ISO^MB~C3-1^^^CENTRE3&1.2.3&ISO^PI"
            + "||Hong^Gildong^^^^^^A~홍^길동^^^^^^I||1980|F";
    CheckupRead read = Messages.checkup(Messages.bytes(Messages.MSH, pid, Messages.TC));
    assertThat(read.person().identifiers())
        .containsExactly(
            new Identifier("CENTRE3", "C3-1", "PI"), new Identifier("2.16.840", "M77", "MB"));
    assertThat(read.person().name()).isEqualTo("홍길동");
    assertThat(read.person().birthDate()).isEqualTo("1980");
  }

  @Test
  void unknownDemographicsAreToldAndNotMadeUp() {
    String pid = "PID|1||C3-1^^^C^PI||홍^길동||19801302|Q";
    Hl7Reading reading = Messages.read(Messages.bytes(Messages.MSH, pid, Messages.TC));
    assertThat(reading.code()).isEqualTo(AckCode.AA);
    CheckupRead read = (CheckupRead) reading.outcomes().getFirst();
    assertThat(read.person().sex()).isNull();
    assertThat(read.person().birthDate()).isNull();
    assertThat(reading.errors())
        .extracting(error -> error.location().path())
        .containsExactly("PID[1]-8", "PID[1]-7");
    assertThat(
            Messages.JUDGE
                .read(Messages.bytes(Messages.MSH, pid, Messages.TC), Messages.strict(), 0)
                .code())
        .isEqualTo(AckCode.AE);
  }

  @Test
  void anAdmissionWithoutValuesIsThePersonAlone() {
    String msh = Messages.MSH.replace("ORU^R01^ORU_R01", "ADT^A04^ADT_A01");
    assertThat(Messages.read(Messages.bytes(msh, "EVN|A04", Messages.PID)).outcomes().getFirst())
        .isInstanceOf(PersonRead.class);
    byte[] full =
        Messages.bytes(
            msh,
            "EVN|A04",
            Messages.PID,
            "PV1|1|O|||||||||||||||||V-77",
            "OBX|1|NM|8302-2^Body height^LN||172.5|cm|||||F",
            "AL1|1|DA|7980^Penicillin^RXNORM|SV|hives",
            "DG1|1||I10^Hypertension^I10||20200101|F");
    CheckupRead read = Messages.checkup(full);
    assertThat(read.checkup().sourceKey()).isEqualTo("visit:V-77");
    assertThat(read.checkup().observations().getFirst().itemCode()).isEqualTo("HEIGHT");
    assertThat(read.checkup().statements())
        .extracting(statement -> statement.kind())
        .containsExactly(Kind.ALLERGY, Kind.CONDITION);
    assertThat(read.checkup().completeLists()).isEmpty();
  }

  @Test
  void moreThanTheContractedNumberOfObxIsRefused() {
    StringBuilder segments = new StringBuilder();
    for (int i = 0; i < 5_001; i++) {
      segments.append(Messages.TC).append('\r');
    }
    Hl7Reading reading = Messages.read(Messages.results(segments.toString()));
    assertThat(reading.code()).isEqualTo(AckCode.AR);
    assertThat(reading.errors().getFirst().reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void everyPrefixOfAMessageIsJudgedWithoutAnException() {
    byte[] whole = Messages.results(Messages.TC, "NTE|1||note", "SPM|1|||||||||||||||||20260304");
    for (int length = 0; length <= whole.length; length++) {
      Hl7Reading reading = Messages.read(Arrays.copyOf(whole, length));
      assertThat(reading.outcomes()).isNotEmpty();
    }
  }

  @Test
  void errorsNeverRepeatAPersonsData() {
    byte[] frame =
        Messages.bytes(
            Messages.MSH,
            "PID|1||SECRET-1^^^C^PI~SECRET-2^^^C^PI||SECRET^SECRET||SECRET|SECRET",
            "OBX|1|NM|2093-3^Cholesterol^LN||SECRET|mg/dL|||||F|||SECRET");
    Hl7Reading reading = Messages.read(frame);
    assertThat(reading.errors()).isNotEmpty();
    assertThat(reading.errors()).extracting(Hl7Error::text).noneMatch(t -> t.contains("SECRET"));
    assertThat(reading.outcomes().toString()).doesNotContain("SECRET");
  }

  @Test
  void aResultBeforeAnyPersonIsToldToBelongToNobody() {
    Hl7Reading reading = Messages.read(Messages.bytes(Messages.MSH, Messages.TC, Messages.PID));
    assertThat(reading.code()).isEqualTo(AckCode.AA);
    assertThat(reading.errors().getFirst().reason()).isEqualTo(Reason.PERSON_MISSING);
  }
}
