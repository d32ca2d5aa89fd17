package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One resource with its place.
 *
 * @param path JSON pointer of the resource, empty for the root
 * @param fullUrl as sent, or empty
 * @param resource null where an entry has none
 * @param method POST where the Bundle has no requests
 * @param url {@code request.url}, or empty
 * @param ifNoneExist {@code request.ifNoneExist}, or empty
 * @param keepsId true where the logical id is a name the sender keeps: a bare resource, a bulk
 *     line, a PUT. Elsewhere an id holds inside its Bundle only, and the next Bundle may use it for
 *     something else.
 */
record BundleEntry(
    int index,
    String path,
    String fullUrl,
    @Nullable JsonObject resource,
    String method,
    String url,
    String ifNoneExist,
    boolean keepsId) {

  /** A resource that stands alone. */
  static BundleEntry bare(int index, String path, JsonObject resource) {
    return new BundleEntry(index, path, "", resource, "POST", "", "", true);
  }

  /** An entry of a Bundle. */
  static BundleEntry of(int index, JsonObject entry) {
    JsonObject request = entry.object("request");
    String method = request == null ? "POST" : request.textOrEmpty("method");
    String url = request == null ? "" : request.textOrEmpty("url");
    boolean namesId = method.equals("PUT") && !url.contains("?");
    return new BundleEntry(
        index,
        "/entry/" + index + "/resource",
        entry.textOrEmpty("fullUrl"),
        entry.object("resource"),
        method.isEmpty() ? "POST" : method,
        url,
        request == null ? "" : request.textOrEmpty("ifNoneExist"),
        namesId);
  }

  String type() {
    return resource == null ? "" : resource.textOrEmpty("resourceType");
  }

  /** Logical id: as the resource says, else as the PUT names it; empty where neither does. */
  String id() {
    String own = resource == null ? "" : resource.textOrEmpty("id");
    return own.isEmpty() ? putId() : own;
  }

  /** True where a PUT names another id than its resource. */
  boolean contradictsItsUrl() {
    return !putId().isEmpty() && !putId().equals(id());
  }

  private String putId() {
    boolean named = method.equals("PUT") && !url.contains("?");
    return named ? url.substring(url.lastIndexOf('/') + 1) : "";
  }

  /** A place below the resource, for people: a bare root is "/". */
  String place(String below) {
    String place = path + below;
    return place.isEmpty() ? "/" : place;
  }

  /** "Type/id", or empty where there is no id. */
  String typeAndId() {
    return id().isEmpty() ? "" : type() + "/" + id();
  }

  /**
   * The identifier a condition names ({@code identifier=system|value}), as "system|value"; empty
   * where there is none.
   */
  String conditionIdentifier() {
    String condition = ifNoneExist;
    int query = url.indexOf('?');
    if (condition.isEmpty() && method.equals("PUT") && query >= 0) {
      condition = url.substring(query + 1);
    }
    return Condition.identifier(condition);
  }

  /** A FHIR search condition. */
  static final class Condition {
    private static final String PARAMETER = "identifier=";

    private Condition() {}

    /** Value of its {@code identifier} parameter, percent-decoded; empty where it has none. */
    static String identifier(String query) {
      for (String parameter : query.substring(query.indexOf('?') + 1).split("&")) {
        if (parameter.startsWith(PARAMETER)) {
          return Percent.decoded(parameter.substring(PARAMETER.length()));
        }
      }
      return "";
    }
  }
}
