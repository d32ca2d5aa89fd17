package health.lifelong.platform.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A token of three parts, each in the only base64url spelling its bytes have. Lenient decoders read
 * one token out of many texts; here one token has one text.
 *
 * @param text the whole token
 * @param header decoded first part, the JOSE header; at most 1,024 bytes
 * @param payload decoded second part
 */
public record CompactToken(String text, byte[] header, byte[] payload) {
  /** Most bytes of a JOSE header. */
  static final int LONGEST_HEADER_JSON = 1024;

  /** Characters that {@link #LONGEST_HEADER_JSON} bytes need in base64url. */
  static final int LONGEST_HEADER_PART = (LONGEST_HEADER_JSON * 4 + 2) / 3;

  private static final int PARTS = 3;

  /**
   * Takes a token apart.
   *
   * @throws TokenRefused if it is not exactly three parts of strict base64url, signed
   */
  public static CompactToken of(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != PARTS) {
      throw new TokenRefused("not three parts");
    }
    byte[] header = strict(parts[0]);
    byte[] payload = strict(parts[1]);
    byte[] signature = strict(parts[2]);
    if (header.length == 0 || signature.length == 0) {
      throw new TokenRefused("no header or no signature");
    }
    if (header.length > LONGEST_HEADER_JSON) {
      throw new TokenRefused("header too long");
    }
    return new CompactToken(text, header, payload);
  }

  private static byte[] strict(String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      boolean taken =
          c >= 'A' && c <= 'Z'
              || c >= 'a' && c <= 'z'
              || c >= '0' && c <= '9'
              || c == '-'
              || c == '_';
      if (!taken) {
        throw new TokenRefused("a character outside base64url");
      }
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      byte[] again = Base64.getUrlEncoder().withoutPadding().encode(bytes);
      if (!part.equals(new String(again, StandardCharsets.US_ASCII))) {
        throw new TokenRefused("unused bits that are not zero");
      }
      return bytes;
    } catch (IllegalArgumentException e) {
      throw new TokenRefused("a length that base64url does not have");
    }
  }
}
