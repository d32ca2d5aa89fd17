package health.lifelong.ingestion.fhir.algorithm;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of query parameters. */
final class Percent {
  private Percent() {}

  /** The decoded text; as it is where it is no valid encoding. */
  static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
