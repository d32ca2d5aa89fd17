package health.lifelong.analytics.model.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.model.domain.Model;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvEvaluationTest {
  private static final String HEADER = "case_id,square,root,inverse,dose,not_for_use";

  @Test
  void oneRowInGivesOneRowOutInOrder() throws IOException {
    assertThat(evaluated("case_id,x,treated,sex\na,4,1,F\nb,2.5,0,M\n"))
        .containsExactly(HEADER, "a,16,2,0.25,1,", "b,6.25,1.5811388300841898,0.4,0,");
  }

  @Test
  void columnsAreFoundByNameAndExpectationsAreIgnored() throws IOException {
    assertThat(evaluated("expected_square,x_valid_range,treated,x,case_id\n999,0,1,4,a\n"))
        .containsExactly(HEADER, "a,16,2,0.25,1,");
  }

  @Test
  void aValueOutsideTheRangeIsComputedAndMarkedNotForUse() throws IOException {
    assertThat(evaluated("case_id,x,treated\na,16,1\n").get(1))
        .isEqualTo(
            "a,256,4,0.0625,1,square:OUT_OF_RANGE(x);root:OUT_OF_RANGE(x);inverse:OUT_OF_RANGE(x)");
  }

  @Test
  void aMissingCellEmptiesOnlyTheOutputsThatNeedIt() throws IOException {
    assertThat(evaluated("case_id,x,treated\na,4,\n").get(1))
        .isEqualTo("a,16,2,0.25,,dose:UNKNOWN_HISTORY(treated)");
    assertThat(evaluated("case_id,x,treated\na,,1\n").get(1))
        .isEqualTo("a,,,,1,square:INPUT_MISSING(x);root:INPUT_MISSING(x);inverse:INPUT_MISSING(x)");
  }

  @Test
  void aCellThatIsNoNumberIsUnreadableAndNeverMissingOrZero() throws IOException {
    for (String cell :
        List.of("abc", "NaN", "Infinity", "1e999", "0x10", "1d", "1_000", "--1", "1.", "１")) {
      assertThat(evaluated("case_id,x,treated\na," + cell + ",yes\n").get(1))
          .as(cell)
          .isEqualTo(
              "a,,,,,square:INPUT_UNREADABLE(x);root:INPUT_UNREADABLE(x);inverse:INPUT_UNREADABLE(x);dose:INPUT_UNREADABLE(treated)");
    }
  }

  @Test
  void whereTheFormulaHasNoValueTheCellIsEmptyWithItsReason() throws IOException {
    assertThat(evaluated("case_id,x,treated\na,-4,1\n").get(1))
        .isEqualTo(
            "a,16,,-0.25,1,square:OUT_OF_RANGE(x);root:OUT_OF_RANGE(x);inverse:OUT_OF_RANGE(x)");
    assertThat(evaluated("case_id,x,treated\na,0,1\n").get(1))
        .isEqualTo("a,0,0,,1,inverse:OUT_OF_RANGE");
  }

  @Test
  void anOutputThatIsNotDefinedByTheModelStaysEmptyWithoutRemark() throws IOException {
    assertThat(evaluated("case_id,x,treated\na,5,1\n").get(1))
        .isEqualTo("a,25,2.23606797749979,,1,");
  }

  @Test
  void theModelsOwnObjectionIsListed() throws IOException {
    assertThat(evaluated("case_id,x,treated\na,7,1\n").get(1)).endsWith(",1,square:POPULATION(x)");
  }

  @Test
  void everyNumberOfAModelThatIsOnlyEvaluatedIsMarked() throws IOException {
    assertThat(evaluated(Squares.evaluateOnly(), "case_id,x,treated\na,4,1\n").get(1))
        .isEqualTo(
            "a,16,2,0.25,1,square:NOT_SERVED;root:NOT_SERVED;inverse:NOT_SERVED;dose:NOT_SERVED");
  }

  @Test
  void aDamagedRowGivesEmptyOutputsAndAReasonAndSpoilsNoOther() throws IOException {
    String csv = "case_id,x,treated\na,4,1\nb,\"4,1\nc,4,1,surplus\nd,\"4\"x,1\ne,4,1\n";
    assertThat(evaluated(csv))
        .containsExactly(
            HEADER,
            "a,16,2,0.25,1,",
            "b,,,,,row:INPUT_UNREADABLE",
            "c,,,,,row:INPUT_UNREADABLE",
            "d,,,,,row:INPUT_UNREADABLE",
            "e,16,2,0.25,1,");
  }

  @Test
  void quotesBlankLinesCarriageReturnsAndAByteOrderMarkAreRead() throws IOException {
    assertThat(evaluated("\uFEFFcase_id,x,treated\r\n\"a,\"\"1\"\"\",\"4\",1\r\n\r\nb,4\r\n"))
        .containsExactly(
            HEADER, "\"a,\"\"1\"\"\",16,2,0.25,1,", "b,16,2,0.25,,dose:UNKNOWN_HISTORY(treated)");
  }

  @Test
  void anEmptyFileGivesTheHeaderAlone() throws IOException {
    assertThat(evaluated("")).containsExactly(HEADER);
  }

  @Test
  void aLineWithoutEndIsNotKeptInMemory() throws IOException {
    InputStream endless =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(text("case_id,x,treated\na,"), new Zeros(200_000_000), text("\nb,4,1\n"))));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvEvaluation.Summary summary = CsvEvaluation.run(Squares.served(), endless, out);
    assertThat(summary).isEqualTo(new CsvEvaluation.Summary(2, 1));
    assertThat(out.toString(StandardCharsets.UTF_8)).contains(",,,,,row:INPUT_UNREADABLE\nb,16,");
  }

  private static List<String> evaluated(String csv) throws IOException {
    return evaluated(Squares.served(), csv);
  }

  private static List<String> evaluated(Model model, String csv) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvEvaluation.run(model, text(csv), out);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A long run of the digit zero. */
  private static final class Zeros extends InputStream {
    private long left;

    private Zeros(long length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? '0' : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(length, left);
      Arrays.fill(bytes, offset, offset + count, (byte) '0');
      left -= count;
      return count;
    }
  }
}
