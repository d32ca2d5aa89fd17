package health.lifelong.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodedAnswersTest {
  private final CodedAnswers answers = CodedAnswers.standard();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "U_PRO, 1, 1",
        "U_PRO, -, 1",
        "U_PRO, (-), 1",
        "U_PRO, 음성, 1",
        "U_PRO, Negative, 1",
        "U_PRO, ±, 2",
        "U_PRO, +/-, 2",
        "U_PRO, Trace, 2",
        "U_PRO, 약양성(±), 2",
        "U_PRO, +, 3",
        "U_PRO, 1+, 3",
        "U_PRO, +1, 3",
        "U_PRO, 양성(+1), 3",
        "U_PRO, ++, 4",
        "U_PRO, +3, 5",
        "U_PRO, 4+, 6",
        "SMK_STATUS, 3, 3",
        "SMK_STATUS, 현재도 피움, 3",
        "SMK_STATUS, Former smoker, 2",
        "ABO, AB, AB",
        "ABO, A형, A",
        "ABO, ab, AB",
        "RH, +, +",
        "RH, -, -",
        "HBSAG, 음성, neg",
        "HBSAG, POS, pos",
        "HBSAG, Reactive, pos",
        "MAMMO, 양성, BR2",
        "NHIS_SEX, 2, 2",
        "NHIS_SEX, 남, 1",
        "HEAR_R, 비정상, 2",
        "VA_L_UNC, 9.9, 9.9",
        "PHQ9_9, 여러 날 동안, 1",
        "JUDGE, R2, R2"
      })
  void anAnswerIsFoundByCodeNameOrOrdinalText(String item, String text, String code) {
    assertThat(answers.find(item, text).map(CodedAnswers.Answer::code)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "", " ", "yes", "1.0", "+5"})
  void whatIsNoAnswerIsNotFound(String text) {
    assertThat(answers.find("U_PRO", text)).isEmpty();
  }

  @Test
  void aNameThatTwoAnswersShareIsNotGuessed() {
    assertThat(answers.byText("MAMMO", "정상")).isEmpty();
  }

  @Test
  void stripResultsRankInOrder() {
    assertThat(answers.of("U_PRO"))
        .extracting(answer -> Objects.requireNonNull(answer.rank()))
        .containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void aSnomedCodeLeadsToTheAnswer() {
    assertThat(answers.bySystemCode("SMK_STATUS", "http://snomed.info/sct", "8517006"))
        .map(CodedAnswers.Answer::code)
        .contains("2");
  }
}
