package health.lifelong.ingestion.hl7v2.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.hl7v2.domain.Delimiters;
import health.lifelong.ingestion.hl7v2.domain.SenderContract;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Hl7EscapesTest {
  @Test
  void delimitersAreUndone() {
    assertThat(undo("a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f")).isEqualTo("a|b^c&d~e\\f");
  }

  @Test
  void delimitersAreThoseOfTheMessage() {
    Delimiters own = new Delimiters('!', '@', '%', '/', '+', '#');
    assertThat(Hl7Escapes.undo("/F//S//T//R//E//P/", own, StandardCharsets.UTF_8))
        .isEqualTo("!@+%/#");
  }

  @Test
  void layoutBecomesLinesAndHighlightGoes() {
    assertThat(undo("one\\.br\\two\\.sp 2\\three\\.sp\\\\.in 4\\\\.fi\\\\H\\four\\N\\"))
        .isEqualTo("one\ntwo\n\nthree\nfour");
  }

  @Test
  void hexBytesInARowFormOneCharacter() {
    assertThat(undo("\\XEB\\\\XB7\\\\X81\\")).isEqualTo("뷁");
    assertThat(Hl7Escapes.undo("\\X94EE\\", Delimiters.USUAL, SenderContract.MS949)).isEqualTo("뷁");
    assertThat(undo("\\X0D0A\\")).isEqualTo("\r\n");
  }

  @Test
  void whatIsNoEscapeStaysAsItIs() {
    for (String text :
        new String[] {
          "C:\\temp\\x",
          "길\\Zfoo\\",
          "\\",
          "a\\",
          "\\XZZ\\",
          "\\X0\\",
          "\\X00\\",
          "\\XFF\\",
          "\\.sp 999\\",
          "\\C2842\\",
          "\\unknown\\"
        }) {
      assertThat(undo(text)).isEqualTo(text);
    }
  }

  @Test
  void anEscapeAfterAStrayBackslashIsStillUndone() {
    assertThat(undo("C:\\dir\\T\\x")).isEqualTo("C:\\dir&x");
  }

  @Test
  void undoingHappensOnce() {
    assertThat(undo("\\E\\F\\E\\")).isEqualTo("\\F\\");
  }

  private static String undo(String raw) {
    return Hl7Escapes.undo(raw, Delimiters.USUAL, StandardCharsets.UTF_8);
  }
}
