package health.lifelong.profile.consent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.consent.domain.ConsentTerms;
import health.lifelong.profile.consent.domain.ConsentText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentFilesTest {
  private static final Path KOREA = Path.of("../k8s/regions/kr/pack");

  @TempDir private Path pack;

  @Test
  void koreasPackHasAnAgeForEachCategoryAndWordsInThreeLanguagesForEachPurpose() {
    ConsentTerms terms = new ConsentFiles(() -> KOREA, name -> BigDecimal.valueOf(19)).terms();

    assertThat(terms.guardianBelow().keySet()).containsExactlyInAnyOrder(Category.values());
    for (Purpose purpose : Purpose.values()) {
      ConsentText text = terms.shown(purpose, Instant.now()).orElseThrow();
      assertThat(text.words().keySet()).contains("ko", "en", "vi");
    }
  }

  @Test
  void aVersionIsShownFromItsDayToItsLastAndWithoutWordsThePackIsRefused() throws IOException {
    Files.writeString(pack.resolve("consent-ages.csv"), "category,guardian_below\nCHK,14\n");
    Files.writeString(
        pack.resolve("consent-texts.csv"),
        """
        text_id,purpose,shown_from,shown_to,holds_to
        one,P2,2024-01-01,2025-01-01,2025-07-01
        two,P2,2025-01-01,,
        other,P7,2025-01-01,,
        """);
    Path words = Files.createDirectory(pack.resolve("texts")).resolve("ko.properties");
    Files.writeString(words, "one = 하나\ntwo = 둘\n");

    ConsentTerms terms = new ConsentFiles(() -> pack, name -> BigDecimal.ONE).terms();
    assertThat(shown(terms, "2024-12-31T23:59:59Z")).isEqualTo("one");
    assertThat(shown(terms, "2025-01-01T00:00:00Z")).isEqualTo("two");
    assertThat(terms.texts().get("one").holdsTo()).isEqualTo("2025-07-01T00:00:00Z");
    assertThat(terms.texts().get("one").words()).containsEntry("ko", "하나");
    assertThat(terms.texts()).doesNotContainKey("other");

    Files.writeString(words, "one = 하나\n");
    assertThatThrownBy(() -> new ConsentFiles(() -> pack, name -> BigDecimal.ONE))
        .hasMessageContaining("two");
  }

  private static String shown(ConsentTerms terms, String at) {
    return terms.shown(Purpose.HEALTH_MANAGEMENT, Instant.parse(at)).orElseThrow().textId();
  }
}
