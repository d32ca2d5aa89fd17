package health.lifelong.analytics.pharmacogenomics.algorithm;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order in which CPIC and PharmCAT write alleles: numbers as numbers ({@code *2} before {@code
 * *17}), the reference first, combinations in brackets last.
 */
final class AlleleNameOrder implements Comparator<String> {
  static final AlleleNameOrder INSTANCE = new AlleleNameOrder();
  private static final Pattern PART = Pattern.compile("\\d+|\\D+");

  private AlleleNameOrder() {}

  @Override
  public int compare(String a, String b) {
    int byRank = Integer.compare(rank(a), rank(b));
    if (byRank != 0) {
      return byRank;
    }
    Matcher left = PART.matcher(a);
    Matcher right = PART.matcher(b);
    while (left.find()) {
      if (!right.find()) {
        return 1;
      }
      int order = parts(left.group(), right.group());
      if (order != 0) {
        return order;
      }
    }
    return right.find() ? -1 : 0;
  }

  private static int rank(String name) {
    if (name.equals("Reference")) {
      return 0;
    }
    return name.startsWith("[") ? 2 : 1;
  }

  private static int parts(String a, String b) {
    boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
    return numbers ? Long.compare(Long.parseLong(a), Long.parseLong(b)) : a.compareTo(b);
  }
}
