package health.lifelong.analytics.history.algorithm;

import health.lifelong.analytics.history.domain.Concept;
import health.lifelong.analytics.record.domain.Coding;
import health.lifelong.vocabulary.CsvTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Codes of the clinical concepts. A row's codes are prefixes ({@code C02}) or ranges of prefixes
 * ({@code I20-I25}) of ATC, of KCD and ICD-10 (of which KCD is the national edition), or whole
 * LOINC codes.
 */
final class ConceptCodes {
  private static final ConceptCodes STANDARD = load();

  private final Map<Concept, List<Range>> ranges;

  private ConceptCodes(Map<Concept, List<Range>> ranges) {
    this.ranges = ranges;
  }

  static ConceptCodes standard() {
    return STANDARD;
  }

  /**
   * Whether a coding names the concept. A code of another system never does, whatever its letters.
   */
  boolean matches(Concept concept, Coding coding) {
    CodeSystem system = CodeSystem.of(coding.system());
    String code = bare(coding.code());
    return system != CodeSystem.OTHER
        && ranges.getOrDefault(concept, List.of()).stream()
            .anyMatch(range -> range.system() == system && range.covers(code));
  }

  /** Whether a coding is an ATC code that begins with this one. */
  static boolean isAtc(Coding coding, String atc) {
    return CodeSystem.of(coding.system()) == CodeSystem.ATC && bare(coding.code()).startsWith(atc);
  }

  private static String bare(String code) {
    return code.strip().toUpperCase(Locale.ROOT).replace(".", "");
  }

  private static ConceptCodes load() {
    Map<Concept, List<Range>> ranges = new EnumMap<>(Concept.class);
    for (CsvTable.Row row : CsvTable.resource(CsvTable.class, "/clinical-concepts.csv").rows()) {
      List<Range> of = new ArrayList<>();
      String[] systems = row.require("system").split(" or ", -1);
      String[] groups = row.require("codes").split(";", -1);
      for (int i = 0; i < groups.length; i++) {
        CodeSystem system = CodeSystem.of(systems[Math.min(i, systems.length - 1)].strip());
        for (String word : groups[i].strip().split(" ", -1)) {
          of.add(range(system, word));
        }
      }
      ranges.put(Concept.valueOf(row.require("concept")), List.copyOf(of));
    }
    // Alberti 2009, footnote to the criteria: fibrates (C10AB) and nicotinic acid (C10AD).
    ranges.put(
        Concept.FIBRATE_OR_NIACIN,
        List.of(range(CodeSystem.ATC, "C10AB"), range(CodeSystem.ATC, "C10AD")));
    // ICD-10 (WHO): N18 chronic kidney disease, E78.0 with the national fifth digit for the
    // familial
    // form (KCD and ICD-10-CM E78.01).
    ranges.put(Concept.CHRONIC_KIDNEY_DISEASE, List.of(range(CodeSystem.ICD10, "N18")));
    ranges.put(Concept.FAMILIAL_HYPERCHOLESTEROLAEMIA, List.of(range(CodeSystem.ICD10, "E7801")));
    return new ConceptCodes(ranges);
  }

  private static Range range(CodeSystem system, String word) {
    if (system == CodeSystem.LOINC) {
      return new Range(system, word, word);
    }
    String[] ends = word.split("-", -1);
    return new Range(system, bare(ends[0]), bare(ends[ends.length - 1]));
  }

  private record Range(CodeSystem system, String first, String last) {
    boolean covers(String code) {
      if (system == CodeSystem.LOINC) {
        return code.equals(first);
      }
      return code.length() >= first.length()
          && code.substring(0, first.length()).compareTo(first) >= 0
          && code.length() >= last.length()
          && code.substring(0, last.length()).compareTo(last) <= 0;
    }
  }

  private enum CodeSystem {
    ATC,
    ICD10,
    LOINC,
    OTHER;

    static CodeSystem of(String name) {
      String system = name.toUpperCase(Locale.ROOT);
      if (system.contains("LOINC")) {
        return LOINC;
      }
      if (system.contains("ATC") || system.contains("WHOCC")) {
        return ATC;
      }
      if (system.contains("KCD") || system.contains("ICD-10") || system.contains("ICD10")) {
        return ICD10;
      }
      // HL7 table 0396 names ICD-10 I10 and the like; a longer name that merely holds these letters
      // is not meant.
      return system.equals("I10") || system.equals("I10C") ? ICD10 : OTHER;
    }
  }
}
