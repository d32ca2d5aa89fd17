package health.lifelong.ingestion.genotype.algorithm;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an array file has its fields.
 *
 * @param delimiter tab, comma, semicolon, or a blank for any run of blanks
 * @param allele1 column of the genotype, or of its first allele
 * @param allele2 column of the second allele, -1 where one column holds both
 * @param sample column that names the sample, -1 for none
 * @param plusStrand true where the column itself declares the plus or forward strand
 */
record ArrayLayout(
    char delimiter,
    int id,
    int chromosome,
    int position,
    int allele1,
    int allele2,
    int sample,
    boolean plusStrand) {

  /** The cells of a line; quotes around a cell are dropped. */
  static List<String> cells(String line, char delimiter) {
    List<String> cells = new ArrayList<>(8);
    int from = 0;
    int length = line.length();
    while (from <= length) {
      int end;
      if (from < length && line.charAt(from) == '"') {
        int quote = line.indexOf('"', from + 1);
        quote = quote < 0 ? length : quote;
        cells.add(line.substring(from + 1, quote).strip());
        end = next(line, delimiter, Math.min(quote + 1, length));
      } else {
        end = next(line, delimiter, from);
        cells.add(line.substring(from, end).strip());
      }
      from = end + 1;
      while (delimiter == ' ' && from < length && line.charAt(from) <= ' ') {
        from++;
      }
    }
    return cells;
  }

  private static int next(String line, char delimiter, int from) {
    int end = from;
    while (end < line.length()) {
      char c = line.charAt(end);
      if (c == delimiter || delimiter == ' ' && c == '\t') {
        return end;
      }
      end++;
    }
    return end;
  }

  int width() {
    return Math.max(
        Math.max(Math.max(id, chromosome), position), Math.max(Math.max(allele1, allele2), sample));
  }
}
