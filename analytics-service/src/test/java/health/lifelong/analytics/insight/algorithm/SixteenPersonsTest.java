package health.lifelong.analytics.insight.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.insight.SixteenPersons;
import health.lifelong.analytics.insight.SixteenPersons.Person;
import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.Facts.Fact;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.InsightReport;
import health.lifelong.analytics.insight.domain.Outcome;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.pack.algorithm.WordingRules;
import health.lifelong.analytics.pack.domain.RegionPack;
import health.lifelong.analytics.record.domain.PersonRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What sixteen persons read, word for word in Korean, and by rule in all languages. {@code
 * -Dgolden.write=DIR} writes the reports anew, to be read by people before they are kept.
 */
class SixteenPersonsTest {
  private static final RegionPack PACK = TestPack.read(TestPack.korea());
  private static final InsightEngine ENGINE = new InsightEngine(PACK);
  private static final Pattern NUMBER =
      Pattern.compile("(?<![A-Za-z0-9.])\\d+(?:,\\d{3})*(?:\\.\\d+)?(?![A-Za-z])");

  static Stream<String> persons() {
    return SixteenPersons.all().keySet().stream();
  }

  private static InsightReport report(String name, String language) {
    Person person = Objects.requireNonNull(SixteenPersons.all().get(name));
    PersonRecord record = person.record().record();
    return ENGINE.report(
        record, person.genome().get(), language, record.latestDay().orElseThrow(), Viewer.PERSON);
  }

  @Test
  void thereAreSixteenOfThem() {
    assertThat(persons()).hasSize(16);
  }

  @ParameterizedTest
  @MethodSource("persons")
  void theReportIsTheGoldenOne(String name) throws IOException {
    String file = "sixteen/" + name.replaceAll("[^a-z0-9]+", "-") + ".txt";
    String lines = GoldenReport.lines(report(name, "ko"));
    String folder = System.getProperty("golden.write");
    if (folder != null) {
      Files.createDirectories(Path.of(folder, "sixteen"));
      Files.writeString(Path.of(folder, file), lines);
    }
    try (InputStream in = SixteenPersonsTest.class.getResourceAsStream(file)) {
      assertThat(in).as("no golden report " + file).isNotNull();
      assertThat(lines)
          .isEqualTo(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @MethodSource("persons")
  void theWordsAreCalmAndPlainInEveryLanguage(String name) {
    for (String language : PACK.locales()) {
      InsightReport report = report(name, language);
      List<String> sentences = new ArrayList<>();
      report.notices().forEach(notice -> sentences.add(notice.text()));
      for (Insight insight : report.insights()) {
        sentences.add(withoutWordsOfTheLaw(insight.summary(), language));
        sentences.addAll(insight.limits());
        if (insight.outcome() instanceof Outcome.Refusal refusal) {
          sentences.add(refusal.wouldHelp());
        }
      }
      assertThat(WordingRules.said(language, sentences)).as(language).isEmpty();
    }
  }

  /**
   * A number that a sentence says is one that the insight rests on, or stands in the pack's text.
   */
  @ParameterizedTest
  @MethodSource("persons")
  void noSentenceSaysANumberThatItsInsightDoesNotRestOn(String name) {
    for (String language : PACK.locales()) {
      Set<String> inTexts = new HashSet<>();
      PACK.texts(language).messages().values().forEach(text -> inTexts.addAll(numbers(text)));
      for (Insight insight : report(name, language).insights()) {
        List<BigDecimal> known = known(insight);
        for (String said : numbers(insight.summary())) {
          BigDecimal number = new BigDecimal(said.replace(",", ""));
          assertThat(inTexts.contains(said) || known.stream().anyMatch(k -> rounds(k, number)))
              .as("%s: %s says %s", insight.id(), insight.summary(), said)
              .isTrue();
        }
      }
    }
  }

  @Test
  void anAdultsModelsSayNothingOfABoy() {
    assertThat(report("boy of 15", "en").insights())
        .filteredOn(insight -> insight.outcome() instanceof Outcome.Result)
        .isEmpty();
  }

  @Test
  void aCriticalValueComesFirstAndWithoutItsNumber() {
    InsightReport report = report("man of 58 with potassium 7", "en");
    assertThat(report.notices()).hasSize(1);
    assertThat(report.insights()).noneMatch(insight -> insight.subject().equals("K"));
  }

  @Test
  void aHeavyMindIsGivenSomebodyToCallAndNoScore() {
    InsightReport report = report("woman of 29 with a heavy mind", "en");
    assertThat(report.notices()).hasSize(1);
    assertThat(report.insights()).noneMatch(insight -> insight.subject().startsWith("PHQ"));
  }

  @Test
  void aPregnancyKeepsItsVisitOutOfEveryModelThatDoesNotHoldThere() {
    assertThat(report("pregnant woman of 31", "en").insights())
        .filteredOn(insight -> insight.outcome() instanceof Outcome.Result)
        .noneMatch(
            insight ->
                Set.of("ckd_epi", "prevent_base", "score2_asia_pacific", "liver_indices")
                    .contains(insight.model()));
  }

  /** The law's own words are quoted, whatever we would call it. */
  private static String withoutWordsOfTheLaw(String sentence, String language) {
    String bare = sentence;
    for (Map.Entry<String, String> text : PACK.texts(language).messages().entrySet()) {
      if (text.getKey().startsWith("statutory.")) {
        bare = bare.replace(text.getValue(), "A");
      }
      // Not to stop a medicine by oneself is the one thing that may be said with "never".
      if (text.getKey().startsWith("medicine.")) {
        bare = bare.replace(text.getValue().substring(text.getValue().indexOf('\n') + 1), "");
      }
    }
    return bare;
  }

  private static boolean rounds(BigDecimal known, BigDecimal said) {
    for (BigDecimal scaled :
        List.of(known, known.movePointRight(2), known.movePointRight(3), known.negate())) {
      if (scaled.setScale(said.scale(), RoundingMode.HALF_UP).compareTo(said) == 0
          || scaled.setScale(said.scale(), RoundingMode.FLOOR).compareTo(said) == 0
          || scaled.setScale(said.scale(), RoundingMode.CEILING).compareTo(said) == 0) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> numbers(String text) {
    Set<String> numbers = new HashSet<>();
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      numbers.add(number.group());
    }
    return numbers;
  }

  private static List<BigDecimal> known(Insight insight) {
    List<BigDecimal> known = new ArrayList<>();
    insight
        .inputsUsed()
        .forEach(
            input ->
                numbers(input.value()).forEach(n -> known.add(new BigDecimal(n.replace(",", "")))));
    known.add(BigDecimal.valueOf(insight.inputsUsed().size() - 1L));
    if (insight.outcome() instanceof Outcome.Result result) {
      collect(result.facts(), known);
    }
    return known;
  }

  private static void collect(Facts facts, List<BigDecimal> into) {
    facts.values().values().forEach(fact -> collect(fact, into));
  }

  private static void collect(Fact fact, List<BigDecimal> into) {
    switch (fact) {
      case Fact.Amount(double value) -> {
        if (Double.isFinite(value)) {
          into.add(BigDecimal.valueOf(value));
          // Of people of 100 or 1,000 the others are said as well.
          into.add(BigDecimal.ONE.subtract(BigDecimal.valueOf(value)));
        }
      }
      case Fact.Text(String value) ->
          numbers(value).forEach(n -> into.add(new BigDecimal(n.replace(",", ""))));
      case Fact.Flag flag -> {}
      case Fact.Listing listing -> listing.values().forEach(one -> collect(one, into));
      case Fact.Group group -> collect(group.facts(), into);
    }
  }
}
