package health.lifelong.ingestion.fhir.algorithm;

/** Places as FHIRPath, which is what {@code issue.expression} holds. */
final class FhirPaths {
  private FhirPaths() {}

  /**
   * The expression of a JSON pointer: {@code /entry/3/resource} below {@code Bundle} is {@code
   * Bundle.entry[3].resource}; empty where the place is no pointer (a line and column).
   */
  static String of(String pointer, String root) {
    if (!pointer.startsWith("/")) {
      return "";
    }
    StringBuilder path = new StringBuilder(root);
    for (String step : pointer.substring(1).split("/")) {
      if (step.isEmpty()) {
        continue;
      }
      if (Character.isDigit(step.charAt(0))) {
        path.append('[').append(step).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step);
      }
    }
    return path.toString();
  }
}
