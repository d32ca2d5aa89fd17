package health.lifelong.ingestion.csv.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.csv.domain.CsvContract;
import health.lifelong.ingestion.csv.domain.CsvReading;
import health.lifelong.ingestion.csv.domain.CsvReading.Layout;
import health.lifelong.ingestion.record.domain.EffectiveTime;
import health.lifelong.ingestion.record.domain.Observation;
import health.lifelong.ingestion.record.domain.Observation.Unmapped;
import health.lifelong.ingestion.record.domain.PersonClaim;
import health.lifelong.ingestion.record.domain.RecordOutcome.CheckupRead;
import health.lifelong.ingestion.record.domain.Statement;
import health.lifelong.ingestion.record.domain.Value;
import health.lifelong.testing.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NationalScreeningTest {
  private static final Charset MS949 = Charset.forName("x-windows-949");

  private static final String ROW_2014 =
      "2014,1,1,9,41,170,75,90.5,1,9.9,1,2,120,80,99,193,92,48,126,17.1,1,1.0,21,35,40,3,Y,0,.,,20151222";

  @Test
  void theRealBloodTestFileGives20000PersonsAnd80000Observations() throws IOException {
    Tables table =
        Tables.file(SharedData.path("data/ingest/nhis-csv/nhis_blood_2014_2015_part1.csv"));

    assertThat(table.reading())
        .isEqualTo(new CsvReading.Complete("UTF-8", Layout.NATIONAL_SCREENING, 20_000));
    assertThat(table.outcomes()).hasSize(20_000).allMatch(CheckupRead.class::isInstance);
    List<CheckupRead> read = table.outcomes().stream().map(CheckupRead.class::cast).toList();
    assertThat(read.stream().mapToInt(CheckupRead::observations).sum()).isEqualTo(80_000);
    assertThat(read.stream().mapToInt(CheckupRead::unmapped).sum()).isZero();
    assertThat(read.stream().map(CheckupRead::person).collect(Collectors.toSet())).hasSize(20_000);
    assertThat(read)
        .flatMap(one -> one.checkup().observations())
        .filteredOn(observation -> observation.itemCode() != null)
        .noneMatch(Observation::implausible)
        .allMatch(Observation::unitAssumed);
  }

  @ParameterizedTest
  @CsvSource({"header_2014_cp949.csv, 31", "header_2021_cp949.csv, 33"})
  void theHeadersOfBothReleasesAreKnownInFull(String file, int columns) throws IOException {
    byte[] header = Files.readAllBytes(SharedData.path("data/ingest/nhis-csv/" + file));
    Tables table = Tables.bytes(header, CsvContract.standard());

    assertThat(table.reading())
        .isEqualTo(new CsvReading.Complete(MS949.name(), Layout.NATIONAL_SCREENING, 0));
    assertThat(new String(header, MS949).strip().split(",")).hasSize(columns);
    assertThat(new String(header, MS949).strip().split(","))
        .allSatisfy(name -> assertThat(ScreeningColumns.find(name)).as(name).isPresent());
  }

  @Test
  void aRowOfThe2014ReleaseIsReadByNameWithItsDeclaredUnits() throws IOException {
    String header =
        new String(
                Files.readAllBytes(SharedData.path("data/ingest/nhis-csv/header_2014_cp949.csv")),
                MS949)
            .strip();
    Tables table =
        Tables.bytes((header + "\r\n" + ROW_2014 + "\r\n").getBytes(MS949), CsvContract.standard());

    CheckupRead row = table.checkup(0);
    assertThat(row.observations()).isEqualTo(22);
    assertThat(row.unmapped()).isZero();
    assertThat(row.person().sex()).isEqualTo(PersonClaim.Sex.MALE);
    assertThat(row.person().provisional()).isTrue();
    assertThat(row.checkup().effective())
        .isEqualTo(
            new EffectiveTime(
                Instant.parse("2013-12-31T15:00:00Z"),
                null,
                540,
                true,
                EffectiveTime.Precision.YEAR));
    assertThat(table.value(0, "HGB").value())
        .isEqualTo(new Value.Quantity(new BigDecimal("17.1"), "g/dL", Value.Comparator.EQUAL));
    assertThat(table.value(0, "HEIGHT").method()).isEqualTo("lower bound of a 5 cm band");
    assertThat(table.value(0, "ALT").rawValue()).isEqualTo("35");
    assertThat(table.value(0, "AST").rawValue()).isEqualTo("21");
    assertThat(code(table.value(0, "U_PRO"))).isEqualTo("1");
    assertThat(code(table.value(0, "HEAR_R"))).isEqualTo("2");
    assertThat(code(table.value(0, "SMK_STATUS"))).isEqualTo("3");
    assertThat(code(table.value(0, "ALC_STATUS"))).isEqualTo("1");
    assertThat(code(table.value(0, "VA_R_UNC"))).isEqualTo("9.9");
    assertThat(row.checkup().observations())
        .filteredOn(observation -> observation.unmapped() == Unmapped.CODE_UNKNOWN)
        .extracting(observation -> observation.rawCode().code())
        .containsExactly("연령대코드(5세단위)", "시도코드", "구강검진 수검여부", "치아우식증유무");
  }

  private static String code(Observation observation) {
    return ((Value.Coded) observation.value()).coding().code();
  }

  @Test
  void columnsInAnotherOrderAndSpellingGiveTheSameValues() {
    Tables one = Tables.text("SEX,AGE_G,HGB,TCHOL,ANE\n1,3,15.5,139,0\n");
    Tables other = Tables.text("tchol, Hgb ,ane,age_g,sex\n139,15.5,0,3,1\n");
    assertThat(other.value(0, "HGB").value()).isEqualTo(one.value(0, "HGB").value());
    assertThat(other.value(0, "TC").value()).isEqualTo(one.value(0, "TC").value());
    assertThat(other.checkup(0).person()).isEqualTo(one.checkup(0).person());
  }

  @Test
  void aTreatedConditionIsAStatementAndItsAbsenceIsNone() {
    Tables table = Tables.text("SEX,AGE_G,HGB,ANE,IHD,STK\n2,9,13.1,0,1,0\n2,9,13.1,0,0,0\n");
    assertThat(table.checkup(0).checkup().statements())
        .singleElement()
        .satisfies(
            statement -> {
              assertThat(statement.kind()).isEqualTo(Statement.Kind.CONDITION);
              assertThat(statement.status()).isEqualTo("active");
              assertThat(statement.codes().getFirst().code()).isEqualTo("CHD");
              assertThat(statement.codes().getFirst().system()).isEqualTo("urn:lifelong:concept");
            });
    assertThat(table.checkup(1).checkup().statements()).isEmpty();
    assertThat(table.checkup(1).checkup().completeLists()).isEmpty();
  }

  @Test
  void withoutAYearThereIsNoEffectiveTimeAndEmptyCellsAreNoObservations() {
    Tables table = Tables.text("SEX,AGE_G,HGB,TCHOL\n2,9,,201\n");
    assertThat(table.checkup(0).checkup().effective()).isNull();
    assertThat(table.checkup(0).observations()).isEqualTo(1);
  }

  @Test
  void aValueOutsideTheRangeIsKeptAndFlagged() {
    Tables table = Tables.text("성별,연령대 코드(5세단위),허리둘레\n2,9,999\n");
    assertThat(table.value(0, "WAIST").implausible()).isTrue();
    assertThat(table.checkup(0).observations()).isEqualTo(1);
  }

  @Test
  void personsOfTwoFilesAreNeverTheSame() throws IOException {
    byte[] bytes = "SEX,AGE_G,HGB\n1,3,15\n".getBytes(StandardCharsets.UTF_8);
    List<PersonClaim> claims = new ArrayList<>();
    for (String hash : List.of("a", "b")) {
      CsvFileReader.read(
          () -> new ByteArrayInputStream(bytes),
          hash,
          CsvContract.standard(),
          outcome -> claims.add(((CheckupRead) outcome).person()));
    }
    assertThat(claims.getFirst().identifiers()).isNotEqualTo(claims.getLast().identifiers());
  }
}
