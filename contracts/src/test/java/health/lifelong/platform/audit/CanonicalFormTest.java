package health.lifelong.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalFormTest {
  @Test
  void everyFileOfTheFolderComesOutByteEqual() throws IOException {
    Path folder = SharedData.path("data/hostile/jcs");
    List<Path> inputs;
    try (Stream<Path> files = Files.list(folder.resolve("input"))) {
      inputs = files.sorted().toList();
    }
    assertThat(inputs).isNotEmpty();
    for (Path input : inputs) {
      String name = input.getFileName().toString();
      byte[] canonical =
          JsonReader.read(Files.readString(input)).canonical().getBytes(StandardCharsets.UTF_8);
      assertThat(canonical)
          .as(name)
          .isEqualTo(Files.readAllBytes(folder.resolve("output").resolve(name)));
      String hex = Files.readString(folder.resolve("outhex").resolve(name.replace("json", "txt")));
      assertThat(canonical).isEqualTo(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
    }
  }

  // RFC 8785 appendix B, all finite rows.
  @ParameterizedTest
  @CsvSource({
    "0000000000000000,0",
    "8000000000000000,0",
    "0000000000000001,5e-324",
    "8000000000000001,-5e-324",
    "7fefffffffffffff,1.7976931348623157e+308",
    "ffefffffffffffff,-1.7976931348623157e+308",
    "4340000000000000,9007199254740992",
    "c340000000000000,-9007199254740992",
    "4430000000000000,295147905179352830000",
    "44b52d02c7e14af5,9.999999999999997e+22",
    "44b52d02c7e14af6,1e+23",
    "44b52d02c7e14af7,1.0000000000000001e+23",
    "444b1ae4d6e2ef4e,999999999999999700000",
    "444b1ae4d6e2ef4f,999999999999999900000",
    "444b1ae4d6e2ef50,1e+21",
    "3eb0c6f7a0b5ed8c,9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d,0.000001",
    "41b3de4355555553,333333333.3333332",
    "41b3de4355555554,333333333.33333325",
    "41b3de4355555555,333333333.3333333",
    "41b3de4355555556,333333333.3333334",
    "41b3de4355555557,333333333.33333343",
    "becbf647612f3696,-0.0000033333333333333333",
    "43143ff3c1cb0959,1424953923781206.2"
  })
  void numbersAreWrittenAsTheRfcWritesThem(String bits, String expected) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertThat(new Json.Number(value).canonical()).isEqualTo(expected);
  }

  @Test
  void randomNumbersReadBackAndNoShorterTextDoes() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 200_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (!Double.isFinite(value)) {
        continue;
      }
      String text = new Json.Number(value).canonical();
      assertThat(Double.parseDouble(text)).as("seed %d", seed).isEqualTo(value);
      BigDecimal written = new BigDecimal(text).stripTrailingZeros();
      if (written.precision() > 1) {
        BigDecimal shorter =
            written.round(new MathContext(written.precision() - 1, RoundingMode.HALF_EVEN));
        assertThat(shorter.doubleValue()).as("seed %d, %s", seed, text).isNotEqualTo(value);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}",
        "01",
        "-",
        "+1",
        ".5",
        "1.",
        "1e",
        "1e999",
        "NaN",
        "tru",
        "[1] 2",
        "'a'",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"\u0001\"",
        "\"open",
        "{\"a\" 1}",
        "{1:2}"
      })
  void whatIsNotStrictJsonIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> JsonReader.read(text));
  }

  @Test
  void depthEndsAtSixtyFour() {
    assertThat(JsonReader.read("[".repeat(64) + "]".repeat(64)).canonical()).hasSize(128);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonReader.read("[".repeat(65) + "]".repeat(65)));
  }

  @Test
  void aLoneSurrogateHasNoCanonicalForm() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Json.Text("a\ud800b").canonical());
    assertThat(new Json.Text("\ud83d\ude00").canonical()).isEqualTo("\"\ud83d\ude00\"");
  }
}
