package health.lifelong.ingestion.genotype.algorithm;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Keys whose form the specification fixes (VCF 4.1 to 4.5, sections 1.4 to 1.6). */
final class VcfReserved {
  private static final String INFO_41 =
      """
      AA 1 String
      AC A Integer
      AF A Float
      AN 1 Integer
      BQ 1 Float
      CIGAR A String
      DB 0 Flag
      DP 1 Integer
      END 1 Integer
      H2 0 Flag
      H3 0 Flag
      MQ 1 Float
      MQ0 1 Integer
      NS 1 Integer
      SOMATIC 0 Flag
      VALIDATED 0 Flag
      1000G 0 Flag
      """;
  private static final String INFO_43 =
      """
      AD R Integer
      ADF R Integer
      ADR R Integer
      """;
  private static final String INFO_44 =
      """
      SVLEN A Integer
      SVCLAIM A String
      CN A Float
      RN A Integer
      RUS . String
      RUL . Integer
      RUC . Float
      RB . Integer
      """;
  private static final String FORMAT_41 =
      """
      DP 1 Integer
      EC A Integer
      FT 1 String
      GL G Float
      GP G Float
      GQ 1 Integer
      GT 1 String
      HQ 2 Integer
      MQ 1 Integer
      PL G Integer
      PQ 1 Integer
      PS 1 Integer
      """;
  private static final String FORMAT_42 =
      """
      GLE . String
      """;
  private static final String FORMAT_43 =
      """
      AD R Integer
      ADF R Integer
      ADR R Integer
      """;
  private static final String FORMAT_44 =
      """
      PSL P String
      PSO P Integer
      PSQ P Integer
      """;

  /** INFO keys that count or measure and so are never negative. */
  static final Set<String> NOT_NEGATIVE =
      Set.of("AC", "AF", "AN", "BQ", "DP", "END", "MQ", "MQ0", "NS");

  private VcfReserved() {}

  static Map<String, VcfDefinition> info(int minor) {
    String text = INFO_41;
    text += minor >= 3 ? INFO_43 : "";
    text += minor >= 4 ? INFO_44 : "";
    return read(text);
  }

  static Map<String, VcfDefinition> format(int minor) {
    String text = FORMAT_41;
    text += minor <= 2 ? FORMAT_42 : "";
    text += minor >= 3 ? FORMAT_43 : "";
    text += minor >= 4 ? FORMAT_44 : "";
    return read(text);
  }

  private static Map<String, VcfDefinition> read(String text) {
    Map<String, VcfDefinition> definitions = new HashMap<>();
    for (String line : text.split("\n")) {
      String[] words = line.split(" ");
      definitions.put(words[0], VcfDefinition.of(words[0], words[1], words[2], 5).orElseThrow());
    }
    return Map.copyOf(definitions);
  }

  /**
   * Whether a declared type is one the specification allows; INFO MQ is printed there with either
   * numeric type.
   */
  static boolean typeFits(VcfDefinition reserved, VcfDefinition declared) {
    return reserved.type() == declared.type()
        || reserved.id().equals("MQ")
            && reserved.type() == VcfDefinition.Type.FLOAT
            && declared.type() == VcfDefinition.Type.INTEGER;
  }
}
