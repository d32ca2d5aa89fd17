package health.lifelong.platform.token;

import java.util.List;
import java.util.Locale;

/**
 * The first check: what stands in the Authorization header, looked at before any parser runs. Pure
 * text in, verdict out.
 */
public sealed interface Wire {
  /** Longest Authorization header, in characters. */
  int LONGEST_HEADER = 8 * 1024;

  /** No Authorization header: a caller without a name. */
  record Absent() implements Wire {}

  /** One token in the one spelling it has. */
  record Present(CompactToken token) implements Wire {}

  /** Several Authorization headers: which of them a proxy before us looked at, nobody can tell. */
  record Several() implements Wire {}

  /** A header over {@link #LONGEST_HEADER}. */
  record TooLarge() implements Wire {}

  /** Not a bearer token in compact form. */
  record Malformed() implements Wire {}

  /**
   * Judges the Authorization headers of a request. A header part that cannot be a JOSE header is
   * malformed however long the whole is.
   */
  static Wire of(List<String> headers) {
    if (headers.isEmpty()) {
      return new Absent();
    }
    if (headers.size() > 1) {
      return new Several();
    }
    String header = headers.getFirst();
    int blank = header.indexOf(' ');
    if (blank < 0 || !header.substring(0, blank).toLowerCase(Locale.ROOT).equals("bearer")) {
      return header.length() > LONGEST_HEADER ? new TooLarge() : new Malformed();
    }
    String token = header.substring(blank + 1);
    if (token.indexOf('.') > CompactToken.LONGEST_HEADER_PART) {
      return new Malformed();
    }
    if (header.length() > LONGEST_HEADER) {
      return new TooLarge();
    }
    try {
      return new Present(CompactToken.of(token));
    } catch (TokenRefused refused) {
      return new Malformed();
    }
  }
}
