package health.lifelong.platform.token;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.security.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Wycheproof's signatures and keys, through wire check, header, key hygiene and signature. */
class JwsVectorsTest {
  private static final String FOLDER = "data/hostile/jwt/";

  @Test
  void everySignatureVectorIsJudgedRight() throws IOException, JoseException {
    Map<Long, String> overrides = overrides();
    assertThat(wrong("wycheproof_jws.json", overrides)).isEmpty();
  }

  @Test
  void everyKeyVectorIsJudgedRight() throws IOException, JoseException {
    assertThat(wrong("wycheproof_jwk.json", Map.of())).isEmpty();
  }

  private static List<String> wrong(String file, Map<Long, String> overrides)
      throws IOException, JoseException {
    List<String> wrong = new ArrayList<>();
    int judged = 0;
    for (Map<?, ?> group : objects(read(file).get("testGroups"))) {
      Map<?, ?> key =
          (Map<?, ?>) (group.containsKey("public") ? group.get("public") : group.get("private"));
      for (Map<?, ?> vector : objects(group.get("tests"))) {
        Object id = vector.get("tcId");
        String override = overrides.get(id);
        if ("skip".equals(override)) {
          continue;
        }
        boolean expected = override == null && "valid".equals(vector.get("result"));
        judged++;
        String refusal = refusal(key, vector.get("jws"));
        if ((refusal == null) != expected) {
          wrong.add(id + " " + vector.get("comment") + ": " + refusal);
        }
      }
    }
    assertThat(judged).isPositive();
    return wrong;
  }

  /** Why a vector does not pass, or null. */
  private static @Nullable String refusal(Map<?, ?> published, @Nullable Object jws) {
    try {
      List<JsonWebKey> keys = keys(published);
      List<String> findings = KeyHygiene.findings(keys);
      if (!findings.isEmpty()) {
        return findings.toString();
      }
      if (!(jws instanceof String text)) {
        return "not in compact form";
      }
      CompactToken token = CompactToken.of(text);
      TokenHeader header = TokenHeader.of(token);
      JsonWebKey key = chosen(keys, header.keyId());
      Key material = key.getKey();
      Signature.check(token, header, material, String.valueOf(key.getAlgorithm()));
      return null;
    } catch (TokenRefused | JoseException | IllegalArgumentException refused) {
      return refused.getMessage();
    }
  }

  private static List<JsonWebKey> keys(Map<?, ?> published) throws JoseException {
    List<JsonWebKey> keys = new ArrayList<>();
    for (Map<?, ?> one :
        published.containsKey("keys") ? objects(published.get("keys")) : List.of(published)) {
      Map<String, Object> members = new HashMap<>();
      one.forEach((name, value) -> members.put(name.toString(), value));
      keys.add(JsonWebKey.Factory.newJwk(members));
    }
    return keys;
  }

  private static JsonWebKey chosen(List<JsonWebKey> keys, @Nullable String keyId) {
    return keys.stream()
        .filter(key -> keyId == null || keys.size() == 1 || keyId.equals(key.getKeyId()))
        .findFirst()
        .orElseThrow(() -> new TokenRefused("unknown key"));
  }

  private static Map<Long, String> overrides() throws IOException, JoseException {
    Map<Long, String> overrides = new HashMap<>();
    for (Map<?, ?> one : objects(read("overrides.json").get("overrides"))) {
      overrides.put((Long) one.get("tcId"), (String) one.get("verdict"));
    }
    return overrides;
  }

  private static Map<String, Object> read(String file) throws IOException, JoseException {
    return JsonUtil.parseJson(Files.readString(SharedData.path(FOLDER + file)));
  }

  private static List<Map<?, ?>> objects(@Nullable Object list) {
    List<Map<?, ?>> objects = new ArrayList<>();
    for (Object one : (List<?>) java.util.Objects.requireNonNull(list)) {
      objects.add((Map<?, ?>) one);
    }
    return objects;
  }
}
