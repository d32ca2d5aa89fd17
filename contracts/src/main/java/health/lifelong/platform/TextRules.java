package health.lifelong.platform;

import health.lifelong.common.v1.ErrorReason;
import org.jspecify.annotations.Nullable;

/** What a text from outside may hold, whatever field it is for. */
public final class TextRules {
  private TextRules() {}

  /**
   * Why the text may not be stored: a control character below U+0020 other than tab and line ends,
   * or half of a surrogate pair. Null where it may.
   */
  public static @Nullable ErrorReason fault(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
        return ErrorReason.ERROR_REASON_TEXT_CONTROL_CHARACTER;
      }
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (!pair) {
        return ErrorReason.ERROR_REASON_TEXT_INVALID_UNICODE;
      }
      i++;
    }
    return null;
  }
}
