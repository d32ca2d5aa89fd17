package health.lifelong.profile.person.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.profile.access.app.ProfileConfig;
import health.lifelong.profile.person.domain.Identifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  @Test
  void anIndexKnowsTheCentreUnlessTheNumberIsTheInstitutes(@TempDir Path folder)
      throws IOException {
    BlindIndexer indexer = new BlindIndexer(keys(folder, "11".repeat(32), "22".repeat(32)));
    Identifier chart = new Identifier("chart", "12", "MR");
    Identifier member = new Identifier("SEOUL", "12", "MB");

    assertThat(indexer.index("seoul", chart)).isEqualTo(indexer.index("seoul", chart));
    assertThat(indexer.index("seoul", chart).index())
        .isNotEqualTo(indexer.index("busan", chart).index());
    assertThat(indexer.index("seoul", member).index())
        .isEqualTo(indexer.index("busan", new Identifier("BUSAN", "12", "MB")).index());
    assertThat(indexer.index("seoul", member).index())
        .isNotEqualTo(indexer.index("seoul", chart).index());
  }

  @Test
  void partsOfAnIdentifierDoNotRunIntoEachOther(@TempDir Path folder) throws IOException {
    BlindIndexer indexer = new BlindIndexer(keys(folder, "11".repeat(32), "22".repeat(32)));

    assertThat(indexer.index("s", new Identifier("a", "bc", "MR")).index())
        .isNotEqualTo(indexer.index("s", new Identifier("ab", "c", "MR")).index());
  }

  @Test
  void anIdentifierIsTheSameInBothUnicodeForms(@TempDir Path folder) throws IOException {
    BlindIndexer indexer = new BlindIndexer(keys(folder, "11".repeat(32), "22".repeat(32)));

    assertThat(indexer.index("s", new Identifier("", "한1", "MR")))
        .isEqualTo(indexer.index("s", new Identifier("", "\u1112\u1161\u11AB1 ", "MR")));
  }

  @Test
  void theServiceDoesNotStartWithBadKeysAndSaysAllReasonsAtOnce(@TempDir Path folder) {
    assertThatThrownBy(() -> keys(folder, "11", "zz"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("blind-index-key-file")
        .hasMessageContaining("root-key-file");
    assertThatThrownBy(() -> keys(folder, "11".repeat(32), "11".repeat(32)))
        .hasMessageContaining("must not hold the blind-index key");
  }

  private static KeyFiles keys(Path folder, String blind, String field) throws IOException {
    Path blindFile = Files.writeString(folder.resolve("blind"), blind);
    Path rootFile = Files.writeString(folder.resolve("field"), field);
    return new KeyFiles(
        new ProfileConfig() {
          @Override
          public Path blindIndexKeyFile() {
            return blindFile;
          }

          @Override
          public Path rootKeyFile() {
            return rootFile;
          }

          @Override
          public Set<String> recordWriters() {
            return Set.of();
          }
        });
  }
}
