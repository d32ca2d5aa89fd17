package health.lifelong.ingestion.fhir.rest;

/** JSON pointers as an answer may repeat them. */
final class Pointers {
  private static final int MAX_LENGTH = 200;

  private Pointers() {}

  /**
   * The pointer, with everything that is no FHIR name or index put as "?": names come from outside
   * and may hold anything.
   */
  static String shown(String pointer) {
    if (pointer.isEmpty()) {
      return "/";
    }
    StringBuilder shown = new StringBuilder();
    for (String step : pointer.substring(1).split("/", -1)) {
      shown.append('/').append(isName(step) ? step : "?");
      if (shown.length() > MAX_LENGTH) {
        return shown.substring(0, MAX_LENGTH) + "…";
      }
    }
    return shown.toString();
  }

  private static boolean isName(String step) {
    boolean fits = !step.isEmpty() && step.length() <= 64;
    return fits
        && step.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
  }
}
