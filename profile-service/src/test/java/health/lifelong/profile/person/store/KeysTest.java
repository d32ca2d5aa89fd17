package health.lifelong.profile.person.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.profile.access.app.ProfileConfig;
import health.lifelong.profile.person.app.FieldEncryption.Place;
import health.lifelong.profile.person.domain.Identifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  private static final UUID PERSON = new UUID(1, 1);
  private static final Place NAME = new Place("person", "name_cipher", "1", PERSON);

  @Test
  void aSealedFieldOpensAtItsPlaceOnly(@TempDir Path folder) throws IOException {
    FieldCipher cipher = new FieldCipher(keys(folder, "11".repeat(32), "22".repeat(32)));
    byte[] sealed = cipher.seal("김하늘".getBytes(UTF_8), NAME);

    assertThat(cipher.open(sealed, NAME)).isEqualTo("김하늘".getBytes(UTF_8));
    for (Place moved :
        new Place[] {
          new Place("document", "name_cipher", "1", PERSON),
          new Place("person", "text_cipher", "1", PERSON),
          new Place("person", "name_cipher", "2", PERSON),
          new Place("person", "name_cipher", "1", new UUID(1, 2))
        }) {
      assertThatThrownBy(() -> cipher.open(sealed, moved))
          .isInstanceOf(IllegalStateException.class);
    }
    for (int i = 0; i < sealed.length; i++) {
      byte[] flipped = sealed.clone();
      flipped[i] ^= 1;
      assertThatThrownBy(() -> cipher.open(flipped, NAME))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(cipher.seal("김하늘".getBytes(UTF_8), NAME)).isNotEqualTo(sealed);
  }

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
        .hasMessageContaining("field-key-file");
    assertThatThrownBy(() -> keys(folder, "11".repeat(32), "11".repeat(32)))
        .hasMessageContaining("must not hold the blind-index key");
  }

  private static KeyFiles keys(Path folder, String blind, String field) throws IOException {
    Path blindFile = Files.writeString(folder.resolve("blind"), blind);
    Path fieldFile = Files.writeString(folder.resolve("field"), field);
    return new KeyFiles(
        new ProfileConfig() {
          @Override
          public Path blindIndexKeyFile() {
            return blindFile;
          }

          @Override
          public Path fieldKeyFile() {
            return fieldFile;
          }

          @Override
          public Set<String> recordWriters() {
            return Set.of();
          }
        });
  }
}
