package health.lifelong.analytics.pack.algorithm;

import health.lifelong.analytics.pack.domain.PackFinding;
import health.lifelong.analytics.pack.domain.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The wording rules of every text that a person reads: sentence length and readability, frames of a
 * risk, probability words, banned words, and no particle behind a place, whose last sound nobody
 * knows (numbers as in the wording rules of the app).
 */
public final class WordingRules {
  private static final int KOREAN_LONGEST = 60;
  private static final double KOREAN_MEAN = 40;
  private static final int VIETNAMESE_LONGEST_WORDS = 30;
  private static final double ENGLISH_GRADE = 8;
  private static final double ENGLISH_MEAN_GRADE = 6;
  private static final int SENTENCES_IN_A_ROW = 2;

  /** Labels, and words of the law or of a laboratory that are quoted as such. */
  private static final List<String> NAMES =
      List.of(
          "item.",
          "input.",
          "model.",
          "statutory.",
          "index.",
          "signal.",
          "test.",
          "notice.call_name",
          "notice.support_name");

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|\\n");
  private static final Pattern PARTICLE =
      Pattern.compile(
          "\\{[a-z_]+\\}(은|는|이|가|을|를|과|와|로|으로|이나|나|이라|라|이에요|예요|이며|며|아|야)(?=[\\s.,!?]|$)");

  private static final Map<String, Pattern> BANNED =
      Map.of(
          "ko",
          Pattern.compile(
              "위험|심각|치명적|비정상|이상 소견|양성|정상입니다|질병 예측|발병|사망률|반드시|절대|좋은 유전자|나쁜 유전자"
                  + "|돌연변이|신체나이|점수|등급|\\d+분의 ?\\d+|\\d+/\\d+|\\d+배"),
          "en",
          Pattern.compile(
              "(?i)\\b(danger\\w*|high-risk|severe\\w*|deadly|abnormal\\w*|positive|healthy|normal|will develop"
                  + "|mortality|must|never|good gene|bad gene|mutations?|body age|scores?|grades?|1 in|doubles?"
                  + "|twice|\\d+ times)\\b"),
          "vi",
          Pattern.compile(
              "(?iu)nguy hiểm|nguy cơ cao|nghiêm trọng|chết người|bất thường|dương tính|bình thường|tử vong|sẽ mắc"
                  + "|bắt buộc|tuyệt đối|gen tốt|gen xấu|đột biến|tuổi cơ thể|điểm số|cấp độ|gấp đôi|\\d+ lần"));

  private static final Map<String, Pattern> PROBABILITY =
      Map.of(
          "ko", Pattern.compile("거의 없음|드묾|가끔|꽤 많음|절반 이상"),
          "en",
              Pattern.compile(
                  "(?i)\\b(very unlikely|unlikely|likely|fairly common|more than half)\\b"),
          "vi", Pattern.compile("(?iu)rất hiếm|hiếm khi|khá phổ biến|hơn một nửa"));

  private WordingRules() {}

  static List<PackFinding> check(Texts texts) {
    List<PackFinding> findings = new ArrayList<>();
    List<Double> lengths = new ArrayList<>();
    List<Double> grades = new ArrayList<>();
    for (Map.Entry<String, String> entry : new TreeMap<>(texts.messages()).entrySet()) {
      Line line = new Line(texts.language(), entry.getKey(), entry.getValue());
      if (isName(line.id())) {
        continue;
      }
      words(line, findings);
      risk(line, findings);
      sentences(line, findings, lengths, grades);
    }
    mean(texts, lengths, KOREAN_MEAN, "mean sentence length", findings);
    mean(texts, grades, ENGLISH_MEAN_GRADE, "mean reading grade", findings);
    return findings;
  }

  /**
   * The rules that hold for sentences with their places filled, which names of things make longer:
   * banned words in each, length and reading grade on the average of all.
   */
  public static List<PackFinding> said(String language, List<String> sentences) {
    List<PackFinding> findings = new ArrayList<>();
    List<Double> lengths = new ArrayList<>();
    List<Double> grades = new ArrayList<>();
    for (String sentence : sentences) {
      words(new Line(language, "said", sentence), findings);
      for (String part : SENTENCE_END.split(sentence)) {
        lengths.add((double) part.length());
      }
      grades.add(ReadingGrade.of(sentence));
    }
    Texts texts = new Texts(language, Map.of());
    switch (language) {
      case "ko" -> mean(texts, lengths, KOREAN_MEAN, "mean sentence length", findings);
      case "en" -> mean(texts, grades, ENGLISH_MEAN_GRADE, "mean reading grade", findings);
      default -> {}
    }
    return findings;
  }

  private record Line(String language, String id, String text) {
    PackFinding finding(String rule, String detail) {
      return new PackFinding("texts/" + language + ".properties", id, rule, detail);
    }
  }

  private static boolean isName(String id) {
    return NAMES.stream().anyMatch(id::startsWith);
  }

  private static void words(Line line, List<PackFinding> findings) {
    Pattern banned = BANNED.get(line.language());
    Matcher word = banned == null ? null : banned.matcher(line.text());
    while (word != null && word.find()) {
      if (!isMedicineStop(line.id(), word.group())) {
        findings.add(line.finding("banned word", word.group()));
      }
    }
    Pattern probability = PROBABILITY.get(line.language());
    if (probability != null
        && probability.matcher(line.text()).find()
        && !line.text().contains("({")) {
      findings.add(line.finding("probability word", "its number in brackets is missing"));
    }
    if (line.language().equals("ko") && PARTICLE.matcher(line.text()).find()) {
      findings.add(line.finding("particle", "a particle stands behind a place"));
    }
  }

  /** "Never" and "must" are allowed in one case alone: not to stop a medicine by oneself. */
  private static boolean isMedicineStop(String id, String word) {
    return id.startsWith("medicine.")
        && List.of("절대", "반드시", "never", "must").contains(word.toLowerCase(Locale.ROOT));
  }

  private static void risk(Line line, List<PackFinding> findings) {
    if (!line.id().startsWith("risk.")) {
      return;
    }
    for (String place : List.of("base", "n", "others", "years")) {
      if (!Texts.places(line.text()).contains(place)) {
        findings.add(line.finding("risk frame", "says nothing of {" + place + "}"));
      }
    }
  }

  private static void sentences(
      Line line, List<PackFinding> findings, List<Double> lengths, List<Double> grades) {
    for (String row : line.text().split("\\n", -1)) {
      if (SENTENCE_END.split(row.strip()).length > SENTENCES_IN_A_ROW) {
        findings.add(line.finding("sentences", "more than two before a break"));
      }
    }
    for (String sentence : SENTENCE_END.split(line.text())) {
      String bare = sentence.replaceAll("\\{[a-z_]+\\}", "xxx").strip();
      switch (line.language()) {
        case "ko" -> {
          korean(line, bare, findings);
          lengths.add((double) bare.length());
        }
        case "vi" -> {
          if (bare.split("\\s+").length > VIETNAMESE_LONGEST_WORDS) {
            findings.add(line.finding("length", "a sentence of more than 30 words"));
          }
        }
        default -> {}
      }
    }
    if (line.language().equals("en")) {
      double grade = ReadingGrade.of(line.text().replaceAll("\\{[a-z_]+\\}", "it"));
      grades.add(grade);
      if (grade > ENGLISH_GRADE) {
        findings.add(line.finding("reading grade", String.format(Locale.ROOT, "%.1f", grade)));
      }
    }
  }

  private static void korean(Line line, String sentence, List<PackFinding> findings) {
    if (sentence.length() > KOREAN_LONGEST) {
      findings.add(line.finding("length", sentence.length() + " characters"));
    }
    boolean label = sentence.endsWith("xxx.");
    if (sentence.endsWith(".") && !label && !sentence.endsWith("요.")) {
      findings.add(line.finding("register", "not in 해요체"));
    }
  }

  private static void mean(
      Texts texts, List<Double> values, double most, String rule, List<PackFinding> findings) {
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    if (mean > most) {
      findings.add(
          new PackFinding(
              "texts/" + texts.language() + ".properties",
              "all",
              rule,
              String.format(Locale.ROOT, "%.1f", mean)));
    }
  }
}
