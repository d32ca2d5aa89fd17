package health.lifelong.ingestion.csv.algorithm;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Physical lines with their numbers, ended by CR, LF or both; lines can be given back. */
final class LineSource {
  private final Reader reader;
  private final int longest;
  private final char[] buffer = new char[1 << 14];
  private final Deque<Line> givenBack = new ArrayDeque<>();
  private int position;
  private int filled;
  private boolean afterCarriageReturn;
  private long number;

  /**
   * A line.
   *
   * @param tooLong true where the line was longer than the limit and only its start is here
   */
  record Line(long number, String text, boolean tooLong) {}

  LineSource(Reader reader, int longest) {
    this.reader = reader;
    this.longest = longest;
  }

  /** The next line, or null at the end. */
  @Nullable Line next() throws IOException {
    Line again = givenBack.pollFirst();
    if (again != null) {
      return again;
    }
    StringBuilder text = new StringBuilder();
    boolean any = false;
    boolean tooLong = false;
    while (true) {
      int c = read();
      if (c < 0) {
        return any ? new Line(++number, text.toString(), tooLong) : null;
      }
      if (c == '\n' && afterCarriageReturn) {
        afterCarriageReturn = false;
        continue;
      }
      afterCarriageReturn = c == '\r';
      if (c == '\n' || c == '\r') {
        return new Line(++number, text.toString(), tooLong);
      }
      any = true;
      if (text.length() < longest) {
        text.append((char) c);
      } else {
        tooLong = true;
      }
    }
  }

  /** Puts lines back in front, in their order. */
  void giveBack(List<Line> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      givenBack.addFirst(lines.get(i));
    }
  }

  private int read() throws IOException {
    if (position == filled) {
      filled = reader.read(buffer);
      position = 0;
      if (filled <= 0) {
        filled = 0;
        return -1;
      }
    }
    return buffer[position++];
  }
}
