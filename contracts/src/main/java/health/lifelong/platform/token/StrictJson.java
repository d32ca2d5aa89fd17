package health.lifelong.platform.token;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/** A JSON object out of the parts of a token: UTF-8 without slips, no name twice. */
final class StrictJson {
  private StrictJson() {}

  /** Reads an object, or refuses the token that {@code what} names. */
  static Map<String, Object> object(byte[] bytes, String what) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return JsonUtil.parseJson(text);
    } catch (CharacterCodingException | JoseException | RuntimeException e) {
      throw new TokenRefused(what + " is not a JSON object of unique names");
    }
  }
}
