package health.lifelong.analytics.catalogue.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.model.algorithm.CardMarkdown;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages under docs/methods are the cards; {@code -Dlifelong.cards.write=true} writes them anew.
 */
class MethodCardsTest {
  static Stream<ModelCard> cards() {
    return ModelCatalogue.standard().cards().stream();
  }

  /** Those of the catalogue, and those of what the engine puts together itself. */
  static Stream<ModelCard> pages() {
    return InsightEngine.cards().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void thePageIsTheCard(ModelCard card) throws IOException {
    Path page = folder().resolve(card.id() + ".md");
    String expected = CardMarkdown.of(card);
    if (Boolean.getBoolean("lifelong.cards.write")) {
      Files.createDirectories(folder());
      Files.writeString(page, expected);
    }
    assertThat(page).exists().content().isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cards")
  void aCardSaysWhatWhereFromAndWhereNot(ModelCard card) {
    assertThat(
            Stream.of(
                card.version(),
                card.titleKo(),
                card.titleEn(),
                card.purpose(),
                card.population(),
                card.formula(),
                card.licence(),
                card.regulatoryClass()))
        .noneMatch(String::isBlank);
    assertThat(card.inputs()).isNotEmpty();
    assertThat(card.outputs()).isNotEmpty();
    assertThat(card.sources()).isNotEmpty();
    assertThat(card.limits()).isNotEmpty();
    assertThat(card.inputs())
        .allMatch(input -> !input.unit().isBlank() && !input.label().isBlank());
    for (ModelOutput output : card.outputs()) {
      Stream.concat(output.needs().stream(), output.reads().stream()).forEach(card::input);
    }
  }

  @Test
  void idsAreUnique() {
    Set<String> ids = pages().map(card -> card.id().value()).collect(Collectors.toSet());
    assertThat(ids).hasSameSizeAs(pages().toList());
  }

  private static Path folder() {
    return ProjectFolder.root().resolve("docs/methods");
  }
}
