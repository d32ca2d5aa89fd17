package health.lifelong.gateway.export.rest;

import health.lifelong.profile.v1.ConsentDecision;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.Withheld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a person takes along.
 *
 * @param personId whose it is
 * @param record everything that own access opens
 * @param consents every decision of the person, oldest first
 * @param at when it was asked for
 */
record Export(
    String personId, GetRecordResponse record, List<ConsentDecision> consents, Instant at) {

  /**
   * Something that is not in the export, and how it can be had.
   *
   * @param code the category, or {@code held}
   */
  record Gap(String code, String text) {}

  /** All that is not in the export: nothing is left out in silence. */
  List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    for (Withheld withheld : record.getWithheldList()) {
      String category = word(withheld.getCategory().name(), "CATEGORY_");
      gaps.add(
          new Gap(
              category,
              "동의에 따라 빠졌어요. 동의를 바꾼 뒤 다시 내려받으면 들어 있어요 / Left out by consent ("
                  + withheld.getReason()
                  + "); change the consent and export again"));
    }
    if (record.getSomeResultsHeld()) {
      gaps.add(
          new Gap(
              "held",
              "의료진이 확인하고 있는 결과는 확인이 끝난 뒤에 들어 있어요 / "
                  + "Results that a clinician still looks at come with an export after that"));
    }
    gaps.add(
        new Gap(
            "genetic_raw",
            "유전자 원자료는 이 파일에 없어요. 검사한 곳에 원본 파일을 요청할 수 있어요 / "
                + "Raw genotypes are never in this file; ask who made the test for the original"));
    return List.copyOf(gaps);
  }

  /** The word of a value of an enumeration. */
  static String word(String name, String prefix) {
    String word = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    return word.toLowerCase(Locale.ROOT);
  }
}
