package health.lifelong.platform.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SealedFieldTest {
  private static final SecretKey KEY = KeyWrap.newKey();
  private static final SealedField.Place HERE =
      new SealedField.Place("profile", "person", "name_cipher", "1", "p1");

  @Test
  void aFieldOpensAtItsPlaceAndNowhereElse() {
    byte[] sealed = SealedField.seal(KEY, 0x0102, HERE, "김하늘".getBytes(UTF_8));

    assertThat(SealedField.open(KEY, HERE, sealed)).isEqualTo("김하늘".getBytes(UTF_8));
    assertThat(SealedField.keyId(sealed)).isEqualTo(0x0102);
    for (SealedField.Place moved :
        new SealedField.Place[] {
          new SealedField.Place("ingestion", "person", "name_cipher", "1", "p1"),
          new SealedField.Place("profile", "document", "name_cipher", "1", "p1"),
          new SealedField.Place("profile", "person", "text_cipher", "1", "p1"),
          new SealedField.Place("profile", "person", "name_cipher", "2", "p1"),
          new SealedField.Place("profile", "person", "name_cipher", "1", "p2")
        }) {
      assertThatThrownBy(() -> SealedField.open(KEY, moved, sealed)).isInstanceOf(SealBroken.class);
    }
    assertThatThrownBy(() -> SealedField.open(KeyWrap.newKey(), HERE, sealed))
        .isInstanceOf(SealBroken.class);
  }

  @Test
  void aFieldThatIsChangedOrCutDoesNotOpen() {
    byte[] sealed = SealedField.seal(KEY, 7, HERE, new byte[40]);
    for (int i = 0; i < sealed.length; i++) {
      byte[] flipped = sealed.clone();
      flipped[i] ^= 1;
      // The key id is no part of the ciphertext: whoever changes it is given another key.
      if (i == 1 || i == 2) {
        assertThat(SealedField.keyId(flipped)).isNotEqualTo(7);
        continue;
      }
      assertThatThrownBy(() -> SealedField.open(KEY, HERE, flipped)).isInstanceOf(SealBroken.class);
      byte[] cut = Arrays.copyOf(sealed, i);
      assertThatThrownBy(() -> SealedField.open(KEY, HERE, cut)).isInstanceOf(SealBroken.class);
    }
  }

  @Test
  void aHundredThousandIvsDoNotRepeat() {
    assertThat(repeated(100_000)).isZero();
  }

  @Test
  @Tag("long")
  void tenMillionIvsDoNotRepeat() {
    assertThat(repeated(10_000_000)).isZero();
  }

  @Test
  void theCountOfRepeatsFindsOne() {
    assertThat(repeats(new long[] {3, 1, 2, 1}, new int[] {9, 9, 9, 9})).isOne();
    assertThat(repeats(new long[] {3, 1, 2, 1}, new int[] {9, 8, 9, 9})).isZero();
  }

  private static int repeated(int count) {
    long[] first = new long[count];
    int[] last = new int[count];
    for (int i = 0; i < count; i++) {
      ByteBuffer iv = ByteBuffer.wrap(SealedField.iv());
      first[i] = iv.getLong();
      last[i] = iv.getInt();
    }
    return repeats(first, last);
  }

  /** Equal pairs: those of equal first halves are compared by their last ones too. */
  private static int repeats(long[] first, int[] last) {
    long[] sorted = first.clone();
    Arrays.sort(sorted);
    java.util.Map<Long, java.util.Set<Integer>> suspects = new java.util.HashMap<>();
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        suspects.put(sorted[i], new java.util.HashSet<>());
      }
    }
    int repeats = 0;
    for (int i = 0; i < first.length; i++) {
      java.util.Set<Integer> seen = suspects.get(first[i]);
      if (seen != null && !seen.add(last[i])) {
        repeats++;
      }
    }
    return repeats;
  }
}
