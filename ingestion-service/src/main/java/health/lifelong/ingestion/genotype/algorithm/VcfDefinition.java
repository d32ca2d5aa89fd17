package health.lifelong.ingestion.genotype.algorithm;

import java.util.Optional;

/**
 * The declared form of an INFO or FORMAT key.
 *
 * @param per A, R or G where the count follows from the alleles; N where it is fixed; '.' where it
 *     is free
 * @param count the fixed count, 0 elsewhere
 */
record VcfDefinition(String id, char per, int count, Type type) {
  enum Type {
    INTEGER,
    FLOAT,
    FLAG,
    CHARACTER,
    STRING;

    boolean numeric() {
      return this == INTEGER || this == FLOAT;
    }
  }

  /** The declared form, or empty where Number or Type is no word of the specification. */
  static Optional<VcfDefinition> of(String id, String number, String type, int minor) {
    Type known =
        switch (type) {
          case "Integer" -> Type.INTEGER;
          case "Float" -> Type.FLOAT;
          case "Flag" -> Type.FLAG;
          case "Character" -> Type.CHARACTER;
          case "String" -> Type.STRING;
          default -> null;
        };
    if (known == null) {
      return Optional.empty();
    }
    return switch (number) {
      case "A", "G", "." -> Optional.of(new VcfDefinition(id, number.charAt(0), 0, known));
      case "R" -> minor >= 2 ? Optional.of(new VcfDefinition(id, 'R', 0, known)) : Optional.empty();
      case "P" -> minor >= 4 ? Optional.of(new VcfDefinition(id, 'P', 0, known)) : Optional.empty();
      case "LA", "LR", "LG", "M" ->
          minor >= 5 ? Optional.of(new VcfDefinition(id, '.', 0, known)) : Optional.empty();
      case "-1" ->
          minor == 0 ? Optional.of(new VcfDefinition(id, '.', 0, known)) : Optional.empty();
      default ->
          number.matches("\\d{1,6}")
              ? Optional.of(new VcfDefinition(id, 'N', Integer.parseInt(number), known))
              : Optional.empty();
    };
  }

  /** Whether the count is the same. */
  boolean sameNumber(VcfDefinition other) {
    return per == other.per && count == other.count;
  }
}
