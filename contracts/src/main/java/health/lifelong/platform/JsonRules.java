package health.lifelong.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import health.lifelong.common.v1.ErrorReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every JSON body holds to before it is bound to anything (RFC 8259; trust-and-privacy section
 * 11): UTF-8, one value, no name twice in an object, limits of depth and count, no text that a
 * database could not store. One pass over the tokens; whatever would make two readers disagree is
 * refused with its own reason.
 */
public final class JsonRules {
  /** Bytes of a body. */
  public static final int MAX_BYTES = 10 << 20;

  private static final int MAX_DEPTH = 64;
  private static final int MAX_COUNT = 10_000;
  private static final int MAX_NAME = 1_024;
  private static final int MAX_NUMBER = 1_000;

  // Jackson's own limits lie beyond ours, so that ours decide and name the reason.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH + 1)
                  .maxNumberLength(MAX_BYTES)
                  .maxNameLength(MAX_NAME + 1)
                  .maxStringLength(MAX_BYTES)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  /** One open object or array: its names so far, null for an array, and how many it holds. */
  private static final class Open {
    private final @Nullable Set<String> names;
    private int count;

    private Open(boolean object) {
      this.names = object ? new HashSet<>() : null;
    }
  }

  private final Deque<Open> open = new ArrayDeque<>();

  private JsonRules() {}

  /**
   * Returns where the body may be bound.
   *
   * @throws LifelongException with the reason why it may not
   */
  public static void check(byte[] body) {
    if (body.length > MAX_BYTES) {
      throw refused(ErrorReason.ERROR_REASON_TOO_LARGE);
    }
    String text = decoded(body);
    try (JsonParser tokens = JSON.createParser(text)) {
      new JsonRules().whole(tokens);
    } catch (StreamConstraintsException e) {
      throw refused(ErrorReason.ERROR_REASON_TOO_LARGE);
    } catch (JsonProcessingException e) {
      throw refused(ErrorReason.ERROR_REASON_JSON_SYNTAX);
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
  }

  /** Strictly: readers that guess would take UTF-16 or half a character for something. */
  private static String decoded(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw refused(ErrorReason.ERROR_REASON_JSON_SYNTAX);
    }
  }

  private void whole(JsonParser tokens) throws IOException {
    JsonToken token = tokens.nextToken();
    if (token == null) {
      throw refused(ErrorReason.ERROR_REASON_JSON_SYNTAX);
    }
    take(token, tokens);
    while (!open.isEmpty()) {
      token = tokens.nextToken();
      if (token == null) {
        throw refused(ErrorReason.ERROR_REASON_JSON_SYNTAX);
      }
      take(token, tokens);
    }
    if (follows(tokens)) {
      throw refused(ErrorReason.ERROR_REASON_JSON_TRAILING_CONTENT);
    }
  }

  private static boolean follows(JsonParser tokens) throws IOException {
    try {
      return tokens.nextToken() != null;
    } catch (JsonProcessingException noJsonEither) {
      return true;
    }
  }

  private void take(JsonToken token, JsonParser tokens) throws IOException {
    switch (token) {
      case START_OBJECT -> enter(true);
      case START_ARRAY -> enter(false);
      case END_OBJECT, END_ARRAY -> open.pop();
      case FIELD_NAME -> name(tokens.currentName());
      case VALUE_STRING -> {
        count();
        text(tokens.getText());
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        count();
        if (tokens.getTextLength() > MAX_NUMBER) {
          throw refused(ErrorReason.ERROR_REASON_VALUE_OUT_OF_RANGE);
        }
      }
      case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> count();
      case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw refused(ErrorReason.ERROR_REASON_JSON_SYNTAX);
    }
  }

  private void enter(boolean object) {
    count();
    if (open.size() == MAX_DEPTH) {
      throw refused(ErrorReason.ERROR_REASON_JSON_TOO_DEEP);
    }
    open.push(new Open(object));
  }

  /** Values of an object are counted by their names. */
  private void count() {
    Open inside = open.peek();
    if (inside != null && inside.names == null && ++inside.count > MAX_COUNT) {
      throw refused(ErrorReason.ERROR_REASON_TOO_LARGE);
    }
  }

  private void name(String name) {
    Open inside = open.element();
    if (name.length() > MAX_NAME || ++inside.count > MAX_COUNT) {
      throw refused(ErrorReason.ERROR_REASON_TOO_LARGE);
    }
    text(name);
    if (inside.names != null && !inside.names.add(name)) {
      throw refused(ErrorReason.ERROR_REASON_JSON_DUPLICATE_KEY);
    }
  }

  private static void text(String text) {
    ErrorReason fault = TextRules.fault(text);
    if (fault != null) {
      throw refused(fault);
    }
  }

  private static LifelongException refused(ErrorReason reason) {
    return new LifelongException(reason, "the JSON body is refused");
  }
}
