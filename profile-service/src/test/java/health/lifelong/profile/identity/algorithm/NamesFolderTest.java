package health.lifelong.profile.identity.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lifelong.profile.identity.domain.Agreement.NameLevel;
import health.lifelong.profile.identity.domain.Name;
import health.lifelong.profile.identity.domain.NameReading;
import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The folder of hostile names, as its README expects. */
class NamesFolderTest {
  private static final String FOLDER = "data/hostile/names/";

  @Test
  void everyVariantOfANameIsReadAsItsRowExpects() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String[]> rows = rows("name_variants.tsv");
    for (String[] row : rows) {
      if (!holds(row[0], row[2], row[4])) {
        wrong.add(String.join(" ", row));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(rows).hasSizeGreaterThan(100);
  }

  private static boolean holds(String nfc, String text, String expected) {
    NameReading reading = Names.read(text);
    if (expected.equals("reject")) {
      return reading instanceof NameReading.Refused;
    }
    Name name = accepted(text);
    boolean sameKey = name.key().equals(accepted(nfc).key());
    return switch (expected) {
      case "same" -> sameKey && !name.invisible();
      case "same_key_keep_display" ->
          sameKey && name.display().equals(Normalizer.normalize(text, Normalizer.Form.NFC));
      case "strip_and_flag" -> sameKey && name.invisible();
      default -> throw new IllegalStateException("unknown expectation " + expected);
    };
  }

  @Test
  void everyHostileNameIsRefusedStoredOrStripped() throws IOException {
    List<String> wrong = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(SharedData.path(FOLDER + "hostile_names.jsonl"))) {
      JsonNode row = json.readTree(line);
      byte[] bytes = Base64.getDecoder().decode(row.get("utf8_b64").asText());
      if (!holds(new String(bytes, StandardCharsets.UTF_8), row.get("expected").asText())) {
        wrong.add(line);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean holds(String text, String expected) {
    NameReading reading = Names.read(text);
    if (expected.equals("reject")) {
      return reading instanceof NameReading.Refused refused && refused.code().startsWith("text.");
    }
    Name name = accepted(text);
    if (expected.startsWith("same_as:")) {
      return name.key().equals(accepted(expected.substring("same_as:".length())).key());
    }
    if (expected.startsWith("distinct_from:")) {
      Name other = accepted(expected.substring("distinct_from:".length()));
      return !name.key().equals(other.key());
    }
    return name.invisible() == expected.equals("strip_and_flag");
  }

  @Test
  void hangulIsKeptComposed() throws IOException {
    for (String[] row : rows("hangul_jamo.tsv")) {
      assertThat(Normalizer.normalize(points(row[1]), Normalizer.Form.NFC))
          .isEqualTo(points(row[2]));
      if (Names.read(points(row[1])) instanceof NameReading.Accepted accepted) {
        assertThat(accepted.name().key()).as(row[1]).isEqualTo(points(row[2]));
      }
    }
  }

  @Test
  void theFormsThatUnicodeCallsEqualGiveOneKey() throws IOException {
    int names = 0;
    for (String line : Files.readAllLines(SharedData.path(FOLDER + "normalization_subset.txt"))) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] forms = line.split(";", -1);
      if (Names.read(points(forms[1])) instanceof NameReading.Accepted source) {
        names++;
        assertThat(source.name().display()).as(line).isEqualTo(points(forms[2]));
        assertThat(accepted(points(forms[3])).key()).as(line).isEqualTo(source.name().key());
      }
    }
    assertThat(names).isGreaterThan(50);
  }

  @Test
  void aNameWithALookAlikeInAWordIsMarkedAndNeverMatched() throws IOException {
    List<String> unmarked = new ArrayList<>();
    int marked = 0;
    for (String[] row : rows("confusables.tsv")) {
      String host = host(row[2]);
      if (host == null || !(Names.read(host + row[2]) instanceof NameReading.Accepted real)) {
        continue;
      }
      if (!(Names.read(host + row[0]) instanceof NameReading.Accepted fake)) {
        continue;
      }
      boolean sameLetter = fake.name().key().equals(real.name().key());
      if (!sameLetter && mixes(host, row[0]) && !fake.name().lookAlike()) {
        unmarked.add(String.join(" ", row));
      }
      if (fake.name().lookAlike()) {
        marked++;
        assertThat(NameComparison.compare(fake.name(), real.name()))
            .as(String.join(" ", row))
            .isEqualTo(sameLetter ? NameLevel.EXACT : NameLevel.DIFFERENT);
        assertThat(sameLetter).as(String.join(" ", row)).isFalse();
      }
    }
    assertThat(unmarked).isEmpty();
    assertThat(marked).isGreaterThan(100);
  }

  // A word in the script of the letter that is imitated.
  private static String host(String looksLike) {
    return switch (Character.UnicodeScript.of(looksLike.codePointAt(0))) {
      case LATIN -> "Minsu";
      case HANGUL -> "홍길";
      case HAN -> "明";
      case CYRILLIC -> "Айгү";
      default -> null;
    };
  }

  private static boolean mixes(String host, String sample) {
    Character.UnicodeScript script = Character.UnicodeScript.of(sample.codePointAt(0));
    Character.UnicodeScript home = Character.UnicodeScript.of(host.codePointAt(0));
    boolean neutral =
        script == Character.UnicodeScript.COMMON || script == Character.UnicodeScript.INHERITED;
    boolean together = home == Character.UnicodeScript.HAN || script == Character.UnicodeScript.HAN;
    return !neutral && script != home && !together;
  }

  private static Name accepted(String text) {
    return switch (Names.read(text)) {
      case NameReading.Accepted accepted -> accepted.name();
      case NameReading.Refused refused ->
          throw new AssertionError("refused as " + refused.code() + ": " + text);
    };
  }

  private static String points(String hex) {
    return Arrays.stream(hex.trim().split(" +", -1))
        .map(point -> Character.toString(Integer.parseInt(point, 16)))
        .collect(Collectors.joining());
  }

  private static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(SharedData.path(FOLDER + file)).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .toList();
  }
}
