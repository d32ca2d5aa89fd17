package health.lifelong.ingestion.csv.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.csv.domain.CsvContract;
import health.lifelong.ingestion.csv.domain.CsvReading;
import health.lifelong.ingestion.csv.domain.CsvReading.Layout;
import health.lifelong.ingestion.record.domain.EffectiveTime;
import health.lifelong.ingestion.record.domain.Observation.Unmapped;
import health.lifelong.ingestion.record.domain.PersonClaim;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.Value;
import health.lifelong.ingestion.record.domain.Value.Comparator;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CentreBatchTest {
  private static final String HEADER = "수검번호,이름,성별,생년월일,검진일,혈색소(g/dL),요단백,Rh,비고";

  private static Tables row(String cells) {
    return Tables.text(HEADER + "\n" + cells + "\n");
  }

  private static CsvContract keepingRows() {
    CsvContract standard = CsvContract.standard();
    return new CsvContract(
        ",", false, true, false, standard.zone(), Map.of("GLU_F", "mg/dL"), standard.limits());
  }

  @Test
  void aRowIsOneVisitOfOnePersonAtTheCentresDay() {
    Tables table = row("A1,홍길동,여,1980-01-02,2026-03-04,13.40,1+,RH+,재검 권고");

    PersonClaim person = table.checkup(0).person();
    assertThat(person.identifiers()).containsExactly(new PersonClaim.Identifier("", "A1", ""));
    assertThat(person.sex()).isEqualTo(PersonClaim.Sex.FEMALE);
    assertThat(person.birthDate()).isEqualTo("1980-01-02");
    assertThat(person.provisional()).isFalse();
    assertThat(table.checkup(0).checkup().effective())
        .isEqualTo(
            new EffectiveTime(
                Instant.parse("2026-03-03T15:00:00Z"),
                null,
                540,
                true,
                EffectiveTime.Precision.DAY));
    assertThat(table.value(0, "HGB").value())
        .isEqualTo(new Value.Quantity(new BigDecimal("13.40"), "g/dL", Comparator.EQUAL));
    assertThat(table.value(0, "HGB").unitAssumed()).isFalse();
    assertThat(table.value(0, "HGB").position()).isEqualTo("line 2, column 혈색소(g/dL)");
    assertThat(((Value.Coded) table.value(0, "U_PRO").value()).coding().code()).isEqualTo("3");
    assertThat(table.checkup(0).observations()).isEqualTo(3);
    assertThat(table.checkup(0).checkup().observations())
        .filteredOn(o -> o.unmapped() == Unmapped.CODE_UNKNOWN)
        .extracting(o -> o.rawValue())
        .containsExactly("재검 권고");
  }

  @Test
  void theSameVisitInAnotherFileHasTheSameKeys() {
    Tables first = row("A1,홍길동,여,1980-01-02,2026-03-04,13.4,,,");
    Tables again = Tables.text("검진일,수검번호,혈색소(g/dL)\n2026.3.4,A1,13.5\n");
    assertThat(again.checkup(0).checkup().sourceKey())
        .isEqualTo(first.checkup(0).checkup().sourceKey());
    assertThat(again.value(0, "HGB").sourceKey()).isEqualTo(first.value(0, "HGB").sourceKey());
  }

  @Test
  void aUnitThatIsNotNamedLeavesTheValueUnmappedUnlessTheContractNamesIt() {
    String table = "수검번호,검진일,공복혈당,PHQ9\nA1,2026-03-04,95,4\n";
    Tables open = Tables.text(table);
    assertThat(open.checkup(0).observations()).isEqualTo(2);
    assertThat(open.checkup(0).unmapped()).isEqualTo(1);
    assertThat(open.checkup(0).checkup().observations().getFirst().unmapped())
        .isEqualTo(Unmapped.UNIT_MISSING);

    Tables agreed = Tables.text(table, keepingRows());
    assertThat(agreed.checkup(0).unmapped()).isZero();
    assertThat(agreed.value(0, "GLU_F").unitAssumed()).isTrue();
  }

  @Test
  void aUnitOfTheHeaderIsConvertedAndAnUnknownOneIsKeptRaw() {
    Tables table =
        Tables.text(
            "person_id,exam_date,GLU_F(mmol/L),Total cholesterol [mmol/L],CREAT(umol/L),HGB(mmol/L)\n"
                + "7,20260304,5.55,5.172,88.42,8.7\n");
    assertThat(((Value.Quantity) table.value(0, "GLU_F").value()).value())
        .isEqualByComparingTo("100");
    assertThat(((Value.Quantity) table.value(0, "TC").value()).value()).isEqualByComparingTo("200");
    assertThat(((Value.Quantity) table.value(0, "CREAT").value()).value())
        .isEqualByComparingTo("1");
    assertThat(table.checkup(0).unmapped()).isEqualTo(1);
    assertThat(table.checkup(0).checkup().observations().getLast())
        .satisfies(
            o -> {
              assertThat(o.unmapped()).isEqualTo(Unmapped.UNIT_UNKNOWN);
              assertThat(o.rawUnit()).isEqualTo("mmol/L");
              assertThat(o.rawValue()).isEqualTo("8.7");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "-", "NA", "null", "미실시", "미검사", "거부", "ＮＡ"})
  void aMarkOfNotDoneIsAbsentAndNeverZero(String mark) {
    Tables table = row("A1,,,,2026-03-04," + mark + ",,,");
    assertThat(table.value(0, "HGB").value()).isEqualTo(new Value.Absent(Value.Reason.NOT_DONE));
    assertThat(table.checkup(0).observations()).isZero();
  }

  @Test
  void aMinusThatIsACodeOfTheItemIsAnAnswer() {
    assertThat(((Value.Coded) row("A1,,,,2026-03-04,,,-,").value(0, "RH").value()).coding().code())
        .isEqualTo("-");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "１３．４, 13.4, EQUAL",
        "5 이상, 5, GREATER_OR_EQUAL",
        "5이하, 5, LESS_OR_EQUAL",
        "5초과, 5, GREATER",
        "5미만, 5, LESS",
        "<5, 5, LESS",
        "'\"1,234\"', 1234, EQUAL",
        "134 g/L, 13.4, EQUAL",
        "13.4g/dL, 13.4, EQUAL"
      })
  void aNumberIsReadAsPeopleWriteIt(String cell, String value, Comparator comparator) {
    assertThat(row("A1,,,,2026-03-04," + cell + ",,,").value(0, "HGB").value())
        .isInstanceOfSatisfying(
            Value.Quantity.class,
            quantity -> {
              assertThat(quantity.value()).isEqualByComparingTo(value);
              assertThat(quantity.comparator()).isEqualTo(comparator);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-03-05",
        "2024.03.05",
        "2024. 3. 5.",
        "20240305",
        "2024년 3월 5일",
        "2024/3/5",
        "２０２４-03-05",
        "2024-03-05 00:00",
        "2024-03-05T00:00:00"
      })
  void anExaminationDateIsReadInEveryForm(String date) {
    EffectiveTime effective = row("A1,,,," + date + ",13,,,").checkup(0).checkup().effective();
    assertThat(effective).isNotNull();
    assertThat(effective.start()).isEqualTo(Instant.parse("2024-03-04T15:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "'A1,홍길동,,1980-01-02,2026-02-30,13,,,', VALUE_INVALID, 검진일",
    "'A1,홍길동,,1980-13-02,2026-02-03,13,,,', VALUE_INVALID, 생년월일",
    "'A1,홍길동,,2026-03-05,2026-03-04,13,,,', VALUE_INVALID, 생년월일",
    "'A1,홍길동,,80-01-02,2026-03-04,13,,,', VALUE_INVALID, 생년월일",
    "'A1,홍길동,,,26/03/04,13,,,', VALUE_INVALID, 검진일",
    "'A1,홍길동,,,,13,,,', FIELD_MISSING, 검진일",
    "'A1,홍길동,9,,2026-03-04,13,,,', TABLE_VALUE_UNKNOWN, 성별",
    "'1.23E+11,홍길동,,,2026-03-04,13,,,', VALUE_INVALID, 수검번호",
    "'A1,홍길동,,,2026-03-04,\"13,4\",,,', VALUE_INVALID, 혈색소(g/dL)",
    "'A1,홍길동,,,2026-03-04,13 apples,,,', VALUE_INVALID, 혈색소(g/dL)"
  })
  void aRowThatCannotBeReadNamesLineAndColumn(String cells, Reason reason, String column) {
    Tables table = row(cells + "\nA2,,,,2026-03-04,13,,,");
    assertThat(table.rejected(0).reason()).isEqualTo(reason);
    assertThat(table.rejected(0).path()).isEqualTo("line 2, column " + column);
    assertThat(table.rejected(0).detail()).doesNotContain("홍길동");
    assertThat(table.checkup(1).observations()).isEqualTo(1);
  }

  @Test
  void aRowWithoutAPersonIsRejected() {
    assertThat(row(",홍길동,,,2026-03-04,13,,,").rejected(0).reason())
        .isEqualTo(Reason.PERSON_MISSING);
  }

  @Test
  void theContractCanKeepARowWithABadCellAndTakeTwoDigitYears() {
    Tables table = Tables.text(HEADER + "\nA1,,,80-01-02,26/03/04,\"13,4\",1+,,\n", keepingRows());
    assertThat(table.checkup(0).person().birthDate()).isEqualTo("1980-01-02");
    assertThat(table.value(0, "HGB").value()).isEqualTo(new Value.Absent(Value.Reason.NOT_USABLE));
    assertThat(table.value(0, "HGB").rawValue()).isEqualTo("13,4");
    assertThat(table.checkup(0).observations()).isEqualTo(1);
    assertThat(table.checkup(0).warnings())
        .singleElement()
        .satisfies(w -> assertThat(w.path()).isEqualTo("line 2, column 혈색소(g/dL)"));
  }

  @Test
  void aMemberNumberOfTheInstituteIsMarkedAsOne() {
    Tables table = Tables.text("등록번호,통합회원번호,검진일\n12,M-77,2026-03-04\n");
    assertThat(table.checkup(0).person().identifiers())
        .extracting(PersonClaim.Identifier::type)
        .containsExactly("", "MB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", ";", "|"})
  void aContractThatTakesOtherSeparatorsFindsThemInTheHeader(String separator) {
    String table = "수검번호,검진일,혈색소(g/dL)\nA1,2026-03-04,13.4\n".replace(",", separator);
    assertThat(Tables.text(table, CsvContract.spreadsheet()).checkup(0).observations())
        .isEqualTo(1);
    assertThat(Tables.text(table).refusal().reason()).isEqualTo(Reason.FORMAT_UNKNOWN);
  }

  @Test
  void charsetsAreToldApart() {
    String table = "수검번호,이름,검진일\nA1,뷁똠펲,2026-03-04\n";
    List<byte[]> forms =
        List.of(
            table.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + table).getBytes(StandardCharsets.UTF_8),
            table.getBytes(Charset.forName("x-windows-949")),
            ("\uFEFF" + table).getBytes(StandardCharsets.UTF_16LE),
            Normalizer.normalize(table, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8));
    for (byte[] bytes : forms) {
      assertThat(Tables.bytes(bytes, CsvContract.spreadsheet()).checkup(0).person().name())
          .isEqualTo("뷁똠펲");
    }
    byte[] none = {'a', ',', (byte) 0xFF, (byte) 0xFF, '\n'};
    assertThat(Tables.bytes(none, CsvContract.standard()).refusal())
        .satisfies(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Reason.ENCODING_INVALID);
              assertThat(refusal.path()).isEqualTo("byte 2");
            });
  }

  @Test
  void anInvalidByteLateInALargeFileStillDecidesTheCharset() {
    String table = "수검번호,이름,검진일\n" + "A1,kim,2026-03-04\n".repeat(8_000) + "A2,뷁,2026-03-04\n";
    Tables read = Tables.bytes(table.getBytes(Charset.forName("MS949")), CsvContract.standard());
    assertThat(read.checkup(8_000).person().name()).isEqualTo("뷁");
  }

  @Test
  void trailingSeparatorsAndBlankLinesAreNoCells() {
    Tables table =
        Tables.text("수검번호,검진일,혈색소(g/dL),\n\nA1,2026-03-04,13.4,\n,,,\nA2,2026-03-04,13.5\n");
    assertThat(table.reading()).isEqualTo(new CsvReading.Complete("UTF-8", Layout.CENTRE_BATCH, 2));
    assertThat(table.checkup(1).observations()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"'A1,2026-03-04'", "'A1,2026-03-04,13,14'"})
  void aRowOfAnotherWidthIsRejectedWithItsLine(String cells) {
    Tables table = Tables.text("수검번호,검진일,혈색소(g/dL)\n" + cells + "\nA2,2026-03-04,13\n");
    assertThat(table.rejected(0).reason()).isEqualTo(Reason.ROW_SHAPE);
    assertThat(table.rejected(0).path()).isEqualTo("line 2");
    assertThat(table.checkup(1).index()).isEqualTo(1);
  }

  @Test
  void theLimitsStopTheFile() {
    CsvContract.Limits limits = new CsvContract.Limits(3, 2, 80, 40);
    CsvContract small =
        new CsvContract(",", false, false, true, ZoneId.of("Asia/Seoul"), Map.of(), limits);
    String header = "MRN,date\n";
    assertThat(Tables.text("MRN,date,a,b\n", small).refusal().reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(Tables.text(header + "1,20260304\n".repeat(3), small).refusal().path())
        .isEqualTo("line 4");
    assertThat(Tables.text(header + "1,20260304\n".repeat(9), small).refusal().reason())
        .isEqualTo(Reason.TOO_LARGE);
    assertThat(Tables.text(header + "1," + "9".repeat(50), small).rejected(0).reason())
        .isEqualTo(Reason.TOO_LARGE);
  }
}
