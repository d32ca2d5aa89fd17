package health.lifelong.platform;

import java.util.List;

/**
 * The body of a refusal over HTTP (RFC 9457, {@code application/problem+json}).
 *
 * @param code the catalogue's reason
 * @param detail the reason in words, Korean and English; never personal data
 * @param errors places in the request, as JSON pointers or rows, with a reason each
 */
public record Problem(
    String type, String title, int status, String code, String detail, List<Part> errors) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
  }

  /** One place that is wrong. */
  public record Part(String pointer, String code) {}

  /** The body for a failure. */
  public static Problem of(LifelongException failure) {
    return of(failure, List.of());
  }

  /** The body for a failure with the places that caused it. */
  public static Problem of(LifelongException failure, List<Part> errors) {
    ErrorCatalogue.Entry entry = ErrorCatalogue.of(failure.reason());
    String code = entry.shown();
    return new Problem(
        "urn:lifelong:problem:" + code,
        entry.title(),
        entry.http(),
        code,
        entry.titleKo() + " / " + entry.title(),
        errors);
  }
}
