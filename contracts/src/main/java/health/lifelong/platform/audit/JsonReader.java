package health.lifelong.platform.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads JSON strictly (RFC 8259 with the limits of I-JSON, RFC 7493): one value, no name twice, no
 * lone surrogate, at most 64 levels. Whatever else is an IllegalArgumentException.
 */
public final class JsonReader {
  private static final int DEEPEST = 64;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /** The value that a text holds. */
  public static Json read(String text) {
    JsonReader reader = new JsonReader(text);
    Json value = reader.value();
    reader.space();
    if (reader.at != text.length()) {
      throw reader.wrong("text after the value");
    }
    return value;
  }

  private Json value() {
    space();
    return switch (peek()) {
      case '{' -> members();
      case '[' -> elements();
      case '"' -> new Json.Text(string());
      case 't' -> literal(Json.Literal.TRUE);
      case 'f' -> literal(Json.Literal.FALSE);
      case 'n' -> literal(Json.Literal.NULL);
      default -> number();
    };
  }

  private Json members() {
    deeper();
    TreeMap<String, Json> members = new TreeMap<>();
    at++;
    space();
    if (peek() == '}') {
      at++;
      depth--;
      return new Json.Members(members);
    }
    while (true) {
      space();
      String name = string();
      space();
      expect(':');
      if (members.put(name, value()) != null) {
        throw wrong("a name stands twice");
      }
      space();
      if (peek() == '}') {
        at++;
        depth--;
        return new Json.Members(members);
      }
      expect(',');
    }
  }

  private Json elements() {
    deeper();
    List<Json> elements = new ArrayList<>();
    at++;
    space();
    if (peek() == ']') {
      at++;
      depth--;
      return new Json.Elements(elements);
    }
    while (true) {
      elements.add(value());
      space();
      if (peek() == ']') {
        at++;
        depth--;
        return new Json.Elements(elements);
      }
      expect(',');
    }
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw wrong("nested too deep");
    }
  }

  private String string() {
    expect('"');
    int start = at;
    while (plain(peek())) {
      at++;
    }
    if (peek() == '"') {
      return text.substring(start, at++);
    }
    StringBuilder out = new StringBuilder(text.substring(start, at));
    while (peek() != '"') {
      char c = next();
      if (c < ' ') {
        throw wrong("a control character in a string");
      }
      out.append(c == '\\' ? escaped() : c);
    }
    at++;
    requirePairs(out);
    return out.toString();
  }

  private static boolean plain(char c) {
    return c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c);
  }

  private char escaped() {
    return switch (next()) {
      case '"' -> '"';
      case '\\' -> '\\';
      case '/' -> '/';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("no such escape");
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      char c = next();
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw wrong("no hexadecimal digit");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private void requirePairs(CharSequence read) {
    for (int i = 0; i < read.length(); i++) {
      char c = read.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (i + 1 == read.length() || !Character.isSurrogatePair(c, read.charAt(i + 1))) {
        throw wrong("a lone surrogate");
      }
      i++;
    }
  }

  private Json literal(Json.Literal literal) {
    if (!text.startsWith(literal.word(), at)) {
      throw wrong("no JSON value");
    }
    at += literal.word().length();
    return literal;
  }

  private Json number() {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    int whole = at;
    digits();
    if (text.charAt(whole) == '0' && at - whole > 1) {
      throw wrong("a number begins with zero");
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      digits();
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits();
    }
    return new Json.Number(Double.parseDouble(text.substring(start, at)));
  }

  private void digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw wrong("no JSON value");
    }
  }

  private void space() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at == text.length()) {
      throw wrong("the text ends early");
    }
    return text.charAt(at);
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private void expect(char c) {
    if (next() != c) {
      throw wrong("expected " + c);
    }
  }

  private IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException(why + ", character " + at);
  }
}
