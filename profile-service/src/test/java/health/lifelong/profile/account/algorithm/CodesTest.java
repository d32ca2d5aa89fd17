package health.lifelong.profile.account.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodesTest {
  @Test
  void aCodeIsReadHoweverItIsTyped() {
    long seed = 20_261_124;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      String code = Codes.next(random::nextInt);
      assertThat(code).hasSize(10);
      assertThat(Codes.read(Codes.shown(code))).contains(code);
      assertThat(Codes.read(" " + code.toLowerCase(Locale.ROOT) + " ")).contains(code);
    }
    assertThat(Codes.read("OIL00-00000")).contains("0110000000");
  }

  @Test
  void whatIsNoCodeIsNone() {
    for (String typed : new String[] {"", "ABC", "U123456789", "0123456789A", "가나다라마바사아자차"}) {
      assertThat(Codes.read(typed)).as(typed).isEmpty();
    }
  }
}
