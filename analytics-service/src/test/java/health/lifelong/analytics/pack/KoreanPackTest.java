package health.lifelong.analytics.pack;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.RegionPack;
import health.lifelong.analytics.pack.domain.Texts;
import health.lifelong.analytics.pack.store.RegionPackDirectory;
import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KoreanPackTest {

  @Test
  void hasNoFindings() throws IOException {
    assertThat(RegionPackDirectory.check(TestPack.korea(), InsightEngine.servableModels()))
        .isEmpty();
  }

  @Test
  void saysEverySentenceInThreeLanguages() {
    RegionPack pack = TestPack.read(TestPack.korea());

    assertThat(pack.locales()).containsExactly("ko", "en", "vi");
    for (Message message : Message.values()) {
      for (String locale : pack.locales()) {
        assertThat(pack.texts(locale).messages()).containsKey(message.id());
      }
    }
  }

  @Test
  void unknownLanguageFallsBackToTheFirst() {
    RegionPack pack = TestPack.read(TestPack.korea());

    assertThat(pack.texts("xx").language()).isEqualTo("ko");
  }

  @Test
  void criticalValuesAreThoseOfTheReference() throws IOException {
    assertThat(Files.readString(TestPack.korea().resolve("critical-values.csv")))
        .isEqualTo(Files.readString(SharedData.path("data/clinical/critical_values.csv")));
  }

  @Test
  void everySentenceFillsWithItsPlaces() {
    RegionPack pack = TestPack.read(TestPack.korea());

    for (Message message : Message.values()) {
      var places = message.places().stream().collect(Collectors.toMap(p -> p, p -> "7"));
      for (String locale : pack.locales()) {
        Texts texts = pack.texts(locale);
        assertThat(texts.say(message, places)).doesNotContain("{", "}").isNotBlank();
      }
    }
  }
}
