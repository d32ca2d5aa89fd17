package health.lifelong.ingestion.csv.algorithm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Finds the separator in the header line: of those the contract takes, the one that cuts it most
 * often, outside quotes and brackets; the first one where none does.
 */
record SeparatorProbe(Reader reader, char separator) {
  private static final int LONGEST_HEADER = 1 << 15;

  static SeparatorProbe over(Reader text, String allowed) throws IOException {
    BufferedReader reader = new BufferedReader(text, LONGEST_HEADER);
    if (allowed.length() == 1) {
      return new SeparatorProbe(reader, allowed.charAt(0));
    }
    reader.mark(LONGEST_HEADER);
    int[] cuts = new int[allowed.length()];
    boolean quoted = false;
    boolean any = false;
    for (int i = 0; i < LONGEST_HEADER; i++) {
      int c = reader.read();
      boolean lineEnd = c == '\n' || c == '\r';
      if (c < 0 || (lineEnd && any && !quoted)) {
        break;
      }
      any |= !lineEnd;
      quoted ^= c == '"';
      int separator = allowed.indexOf(c);
      if (separator >= 0 && !quoted) {
        cuts[separator]++;
      }
    }
    reader.reset();
    int best = 0;
    for (int i = 1; i < cuts.length; i++) {
      best = cuts[i] > cuts[best] ? i : best;
    }
    return new SeparatorProbe(reader, allowed.charAt(best));
  }
}
