package health.lifelong.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The published vectors of the two algorithms that stand behind every sealed field. */
class PublishedVectorsTest {
  @Test
  void everyVectorOfAesGcmEndsAsExpected() throws IOException {
    int refusedSizes = 0;
    int computed = 0;
    int refused = 0;
    for (Vector vector : vectors("aes_gcm_test.json")) {
      byte[] sealed = joined(vector.bytes("ct"), vector.bytes("tag"));
      byte[] iv = vector.bytes("iv");
      byte[] additional = vector.bytes("aad");
      boolean ourSizes = iv.length == AesGcm.IV_BYTES && vector.bytes("tag").length == 16;
      if (vector.isValid() && ourSizes) {
        assertThat(AesGcm.seal(vector.key(), iv, additional, vector.bytes("msg")))
            .as(vector.name())
            .isEqualTo(sealed);
        assertThat(AesGcm.open(vector.key(), iv, additional, sealed, 0))
            .as(vector.name())
            .isEqualTo(vector.bytes("msg"));
        computed++;
        continue;
      }
      assertThatThrownBy(() -> AesGcm.open(vector.key(), iv, additional, sealed, 0))
          .as(vector.name())
          .isExactlyInstanceOf(SealBroken.class);
      if (vector.isValid()) {
        refusedSizes++;
      } else {
        refused++;
      }
    }
    System.out.printf(
        "AES-GCM: %d computed, %d invalid refused, %d of another IV size refused%n",
        computed, refused, refusedSizes);
    assertThat(computed).isPositive();
    assertThat(refused).isPositive();
    assertThat(refusedSizes).isPositive();
  }

  @Test
  void everyVectorOfAesKeyWrapEndsAsExpected() throws IOException {
    int computed = 0;
    int refused = 0;
    for (Vector vector : vectors("aes_kwp_test.json")) {
      byte[] wrapped = vector.bytes("ct");
      if (vector.isValid()) {
        SecretKey key = new SecretKeySpec(vector.bytes("msg"), "AES");
        assertThat(KeyWrap.wrap(vector.key(), key)).as(vector.name()).isEqualTo(wrapped);
        assertThat(KeyWrap.unwrap(vector.key(), wrapped).getEncoded())
            .as(vector.name())
            .isEqualTo(vector.bytes("msg"));
        computed++;
      } else {
        assertThatThrownBy(() -> KeyWrap.unwrap(vector.key(), wrapped))
            .as(vector.name())
            .isExactlyInstanceOf(SealBroken.class);
        refused++;
      }
    }
    System.out.printf("AES-KWP: %d computed, %d invalid refused%n", computed, refused);
    assertThat(computed).isPositive();
    assertThat(refused).isPositive();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private record Vector(String file, JsonNode node) {
    String name() {
      return file + " " + node.path("tcId");
    }

    boolean isValid() {
      return node.path("result").asText().equals("valid");
    }

    byte[] bytes(String field) {
      return HexFormat.of().parseHex(node.path(field).asText());
    }

    SecretKey key() {
      return new SecretKeySpec(bytes("key"), "AES");
    }
  }

  private static List<Vector> vectors(String file) throws IOException {
    List<Vector> vectors = new ArrayList<>();
    JsonNode all =
        new ObjectMapper()
            .readTree(SharedData.path("data/hostile/crypto/" + file).toFile())
            .path("testGroups");
    all.forEach(group -> group.path("tests").forEach(test -> vectors.add(new Vector(file, test))));
    return vectors;
  }
}
