package health.lifelong.vocabulary;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answers an item can have, from {@code checkup-item-codes.csv}: found by code, by Korean or
 * English name, or by the ways a strip test is written (-, ±, 1+, 음성). Immutable.
 */
public final class CodedAnswers {
  private static final CodedAnswers STANDARD =
      new CodedAnswers(CsvTable.resource(CodedAnswers.class, "/checkup-item-codes.csv"));

  /**
   * Ordinal texts and the English answer they stand for; a bare digit is a code, never a strip
   * result.
   */
  private static final Map<String, String> ORDINAL = ordinalTexts();

  private final Map<String, Map<String, Answer>> byItem = new HashMap<>();

  private CodedAnswers(CsvTable table) {
    for (CsvTable.Row row : table.rows()) {
      String rank = row.get("rank");
      Answer answer =
          new Answer(
              row.require("code_local"),
              row.require("code"),
              row.require("name_ko"),
              row.require("name_en"),
              rank == null ? null : Integer.valueOf(rank),
              row.get("system"),
              row.get("system_code"));
      byItem
          .computeIfAbsent(answer.itemCode(), code -> new LinkedHashMap<>())
          .put(answer.code(), answer);
    }
  }

  /**
   * One answer.
   *
   * @param itemCode the item, or the name of a national code list (NHIS_SEX)
   * @param rank place in the order of the answers, null where they have none
   * @param system terminology of {@code systemCode} (SNOMED CT, LOINC answers), null where none is
   *     bound
   */
  public record Answer(
      String itemCode,
      String code,
      String nameKo,
      String nameEn,
      @Nullable Integer rank,
      @Nullable String system,
      @Nullable String systemCode) {}

  /** The answers that ship with the suite. */
  public static CodedAnswers standard() {
    return STANDARD;
  }

  /** The answers of an item in table order; none for an item without a list. */
  public List<Answer> of(String itemCode) {
    return List.copyOf(byItem.getOrDefault(itemCode, Map.of()).values());
  }

  /** The answer with exactly this code. */
  public Optional<Answer> byCode(String itemCode, String code) {
    return Optional.ofNullable(byItem.getOrDefault(itemCode, Map.of()).get(code));
  }

  /** The answer bound to this code of a terminology, for example SNOMED CT 260385009. */
  public Optional<Answer> bySystemCode(String itemCode, String system, String systemCode) {
    return of(itemCode).stream()
        .filter(a -> system.equals(a.system()) && systemCode.equals(a.systemCode()))
        .findFirst();
  }

  /** The answer with this Korean or English name, or this ordinal text. */
  public Optional<Answer> byText(String itemCode, String text) {
    String folded = fold(text);
    if (folded.isEmpty()) {
      return Optional.empty();
    }
    List<Answer> answers = of(itemCode);
    List<Answer> named = new ArrayList<>();
    for (Answer answer : answers) {
      if (folded.equals(fold(answer.nameKo())) || folded.equals(fold(answer.nameEn()))) {
        named.add(answer);
      }
    }
    if (named.size() == 1) {
      return Optional.of(named.getFirst());
    }
    String meaning = ORDINAL.get(folded);
    if (meaning == null || !named.isEmpty()) {
      return Optional.empty();
    }
    return answers.stream().filter(answer -> meaning.equals(answer.nameEn())).findFirst();
  }

  /** The answer by code (also in another case), else by name or ordinal text. */
  public Optional<Answer> find(String itemCode, String text) {
    String stripped = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    Optional<Answer> exact = byCode(itemCode, stripped);
    if (exact.isPresent()) {
      return exact;
    }
    return byText(itemCode, text)
        .or(
            () ->
                of(itemCode).stream()
                    .filter(answer -> answer.code().equalsIgnoreCase(stripped))
                    .findFirst());
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s()\\[\\]]", "")
        .replace('\u2212', '-');
  }

  private static Map<String, String> ordinalTexts() {
    Map<String, String> texts = new HashMap<>();
    add(texts, "negative", "- neg negative 음성 음성- nonreactive non-reactive notdetected nd");
    add(texts, "positive", "pos positive 양성 reactive detected");
    add(texts, "equivocal", "equ equivocal borderline indeterminate 판정보류 미결정 경계");
    add(texts, "trace", "± +- +/- tr trace 약양성 약양성± 의양성 흔적");
    add(texts, "1+", "+ 1+ +1 양성+1 양성1+");
    add(texts, "2+", "++ 2+ +2 양성+2 양성2+");
    add(texts, "3+", "+++ 3+ +3 양성+3 양성3+");
    add(texts, "4+", "++++ 4+ +4 양성+4 양성4+");
    return Map.copyOf(texts);
  }

  private static void add(Map<String, String> texts, String meaning, String spellings) {
    for (String spelling : spellings.split(" ")) {
      texts.put(spelling, meaning);
    }
  }
}
