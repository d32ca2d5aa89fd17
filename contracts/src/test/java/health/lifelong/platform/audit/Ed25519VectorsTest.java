package health.lifelong.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.platform.audit.Json.Elements;
import health.lifelong.platform.audit.Json.Members;
import health.lifelong.platform.audit.Json.Text;
import health.lifelong.testing.SharedData;
import java.nio.file.Files;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Wycheproof's vectors, through the very check that heads go through. */
class Ed25519VectorsTest {
  @Test
  void validSignaturesHoldAndInvalidOnesDoNot() throws Exception {
    Json file =
        JsonReader.read(Files.readString(SharedData.path("data/hostile/crypto/ed25519_test.json")));
    int seen = 0;
    for (Json group : list(file, "testGroups")) {
      PublicKey key =
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(hex(group, "publicKeyDer")));
      for (Json test : list(group, "tests")) {
        boolean verified = AuditKeys.verify(key, hex(test, "msg"), hex(test, "sig"));
        assertThat(verified).as(test.canonical()).isEqualTo(text(test, "result").equals("valid"));
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(50);
  }

  private static Json member(Json json, String name) {
    return ((Members) json).members().get(name);
  }

  private static List<Json> list(Json json, String name) {
    return ((Elements) member(json, name)).elements();
  }

  private static String text(Json json, String name) {
    return ((Text) member(json, name)).text();
  }

  private static byte[] hex(Json json, String name) {
    return HexFormat.of().parseHex(text(json, name));
  }
}
