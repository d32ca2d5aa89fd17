package health.lifelong.ingestion.mapping.algorithm;

import health.lifelong.ingestion.record.domain.Coding;
import health.lifelong.vocabulary.CsvTable;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answers an item may have, from {@code checkup-item-codes.csv}. An answer is a {@link Coding}
 * whose system is {@code urn:lifelong:item:} and the item's code, and whose code is the
 * catalogue's.
 */
public final class AnswerList {
  private static final Map<String, AnswerList> BY_ITEM = load();

  private final Map<String, Answer> byCode = new LinkedHashMap<>();
  private final Map<String, Answer> byWord = new HashMap<>();
  private final Map<String, Answer> bySystemCode = new HashMap<>();
  private final Map<Integer, Answer> byRank = new HashMap<>();
  private final boolean ordinal;
  private boolean codesAreRanks = true;

  private AnswerList(boolean ordinal) {
    this.ordinal = ordinal;
  }

  /**
   * One answer.
   *
   * @param rank its place on the item's scale, where it has one
   */
  public record Answer(Coding coding, @Nullable Integer rank) {}

  /** The answers of this item; empty where the catalogue lists none. */
  public static Optional<AnswerList> of(Item item) {
    return Optional.ofNullable(BY_ITEM.get(item.code()));
  }

  /** The system in which the answers of an item are coded. */
  public static String system(String itemCode) {
    return CatalogueResolver.ITEM_SYSTEM + ":" + itemCode;
  }

  /**
   * By the catalogue's own code, as a layout that is known to use it does (the national screening
   * file).
   */
  public Optional<Answer> byCode(String code) {
    return Optional.ofNullable(byCode.get(code.strip()));
  }

  /** By a code of an outside system (SNOMED CT, LOINC answers). */
  public Optional<Answer> bySystemCode(String system, String code) {
    return Optional.ofNullable(bySystemCode.get(system + "|" + code));
  }

  /**
   * By what a person or an analyser writes: the answer's name in Korean or English, a grade such as
   * {@code ±} or {@code 2+}, or the catalogue's code where that cannot be mistaken for a grade.
   */
  public Optional<Answer> byText(String raw) {
    String word = word(raw);
    Answer named = byWord.get(word);
    if (named != null) {
      return Optional.of(named);
    }
    boolean testStrip = ordinal && !codesAreRanks;
    if (!testStrip) {
      return byCode(raw).or(() -> byYesOrNo(word));
    }
    // A bare "1" on a test strip is the national code of "negative" and an analyser's way to write
    // "1+": nobody can tell.
    Integer grade = grade(word);
    return grade == null ? Optional.empty() : Optional.ofNullable(byRank.get(grade));
  }

  /** A list of the two codes 0 and 1 is a question that can be answered by yes or no. */
  private Optional<Answer> byYesOrNo(String word) {
    return byCode.keySet().equals(Set.of("0", "1"))
        ? YesNo.said(word).flatMap(yes -> byCode(yes ? "1" : "0"))
        : Optional.empty();
  }

  private static @Nullable Integer grade(String word) {
    String bare = word.replace("(", "").replace(")", "").replace(" ", "");
    return switch (bare) {
      case "-", "neg", "negative", "음성", "음성-", "notdetected", "불검출" -> 0;
      case "±", "+-", "+/-", "-/+", "trace", "tr", "약양성", "약양성±", "미량" -> 1;
      case "+", "1+", "+1", "양성+", "양성1+", "양성+1" -> 2;
      case "++", "2+", "+2", "양성++", "양성2+", "양성+2" -> 3;
      case "+++", "3+", "+3", "양성+++", "양성3+", "양성+3" -> 4;
      case "++++", "4+", "+4", "양성++++", "양성4+", "양성+4" -> 5;
      default -> null;
    };
  }

  static String word(String raw) {
    return Normalizer.normalize(raw.strip(), Normalizer.Form.NFKC)
        .replace('\u2212', '-')
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private void add(CsvTable.Row row, String itemCode) {
    String code = row.require("code");
    String rank = row.get("rank");
    Answer answer =
        new Answer(
            new Coding(system(itemCode), code, row.require("name_en")),
            rank == null ? null : new BigDecimal(rank).intValueExact());
    byCode.put(code, answer);
    byWord.putIfAbsent(word(row.require("name_en")), answer);
    byWord.putIfAbsent(word(row.require("name_ko")), answer);
    String system = row.get("system");
    String systemCode = row.get("system_code");
    if (system != null && systemCode != null) {
      bySystemCode.put(system + "|" + systemCode, answer);
    }
    if (answer.rank() != null) {
      byRank.put(answer.rank(), answer);
      codesAreRanks &= code.equals(rank);
    }
    for (String synonym : synonyms(code)) {
      byWord.putIfAbsent(synonym, answer);
    }
  }

  private static String[] synonyms(String code) {
    return switch (code) {
      case "neg" ->
          new String[] {
            "-",
            "(-)",
            "n",
            "negative",
            "음성",
            "음성(-)",
            "non-reactive",
            "nonreactive",
            "not detected"
          };
      case "pos" ->
          new String[] {"+", "(+)", "p", "positive", "양성", "양성(+)", "reactive", "detected"};
      case "equ" ->
          new String[] {"±", "(±)", "+/-", "equivocal", "indeterminate", "borderline", "보류", "미결정"};
      case "+" -> new String[] {"positive", "pos", "양성", "rh+", "rh(+)"};
      case "-" -> new String[] {"negative", "neg", "음성", "rh-", "rh(-)"};
      default -> new String[0];
    };
  }

  private static AnswerList empty(String itemCode) {
    boolean ordinal =
        ItemCatalogue.standard()
            .byCode(itemCode)
            .filter(item -> item.valueType() == Item.ValueType.ORDINAL)
            .isPresent();
    return new AnswerList(ordinal);
  }

  private static Map<String, AnswerList> load() {
    Map<String, AnswerList> lists = new HashMap<>();
    for (CsvTable.Row row : CsvTable.resource(Item.class, "/checkup-item-codes.csv").rows()) {
      String itemCode = row.require("code_local");
      lists.computeIfAbsent(itemCode, AnswerList::empty).add(row, itemCode);
    }
    return lists;
  }
}
