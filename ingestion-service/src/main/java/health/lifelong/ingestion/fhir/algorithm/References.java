package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.record.domain.PersonClaim.Identifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows references inside one body (FHIR R4, Bundle, section "Resolving references in Bundles"):
 * by fullUrl, relative to the fullUrl of the entry that refers, contained, conditional; then by
 * type and id, which senders use where they should not.
 */
final class References {
  private final Map<String, BundleEntry> byFullUrl = new HashMap<>();
  private final Map<String, BundleEntry> byTypeAndId = new HashMap<>();
  private final Map<String, BundleEntry> patientByIdentifier = new HashMap<>();

  References(List<BundleEntry> entries) {
    for (BundleEntry entry : entries) {
      JsonObject resource = entry.resource();
      if (resource == null) {
        continue;
      }
      if (!entry.fullUrl().isEmpty()) {
        byFullUrl.putIfAbsent(unversioned(entry.fullUrl()), entry);
      }
      if (!entry.typeAndId().isEmpty()) {
        byTypeAndId.putIfAbsent(entry.typeAndId(), entry);
      }
      if (entry.type().equals("Patient")) {
        for (JsonObject identifier : resource.objects("identifier")) {
          patientByIdentifier.putIfAbsent(token(Identifiers.of(identifier)), entry);
        }
      }
    }
  }

  /** What {@code reference}, which stands in {@code from}, points at. */
  Target follow(@Nullable JsonObject reference, BundleEntry from) {
    if (reference == null) {
      return new Target.Nothing();
    }
    String literal = reference.text("reference");
    if (literal != null) {
      Target target = literal(literal, reference.textOrEmpty("type"), from);
      if (!(target instanceof Target.Nothing)) {
        return target;
      }
    }
    JsonObject identifier = reference.object("identifier");
    if (identifier != null && identifier.text("value") != null) {
      return named(reference.textOrEmpty("type"), Identifiers.of(identifier));
    }
    return new Target.Nothing();
  }

  private Target literal(String literal, String type, BundleEntry from) {
    if (literal.startsWith("#")) {
      return contained(literal.substring(1), from);
    }
    String url = unversioned(literal);
    BundleEntry exact = byFullUrl.get(url);
    if (exact != null) {
      return inside(exact);
    }
    int query = url.indexOf('?');
    if (query >= 0) {
      return conditional(url.substring(0, query), url.substring(query + 1));
    }
    String tail = typeAndId(url);
    if (isAbsolute(url)) {
      BundleEntry local = byTypeAndId.get(tail);
      if (local != null && !isWeb(local.fullUrl())) {
        return inside(local);
      }
      return new Target.Outside(tail.isEmpty() ? type : tail.substring(0, tail.indexOf('/')), url);
    }
    if (tail.isEmpty()) {
      return new Target.Nothing();
    }
    BundleEntry beside = byFullUrl.get(base(from.fullUrl()) + tail);
    BundleEntry found = beside == null ? byTypeAndId.get(tail) : beside;
    int slash = tail.indexOf('/');
    return found == null
        ? new Target.Outside(tail.substring(0, slash), tail.substring(slash + 1))
        : inside(found);
  }

  private Target conditional(String path, String query) {
    String token = BundleEntry.Condition.identifier(query);
    if (token.isEmpty()) {
      return new Target.Nothing();
    }
    String type = path.substring(path.lastIndexOf('/') + 1);
    return named(type, Identifiers.ofToken(token));
  }

  private Target named(String type, Identifier identifier) {
    BundleEntry patient = patientByIdentifier.get(token(identifier));
    boolean ofPatient = type.isEmpty() || type.equals("Patient");
    return patient != null && ofPatient ? inside(patient) : new Target.Named(type, identifier);
  }

  private static Target contained(String id, BundleEntry from) {
    JsonObject container = from.resource();
    if (container == null) {
      return new Target.Nothing();
    }
    for (JsonObject contained : container.objects("contained")) {
      if (id.equals(contained.text("id"))) {
        return new Target.Inside(contained, null);
      }
    }
    return new Target.Nothing();
  }

  private static Target inside(BundleEntry entry) {
    JsonObject resource = entry.resource();
    return resource == null ? new Target.Nothing() : new Target.Inside(resource, entry);
  }

  private static String token(Identifier identifier) {
    return identifier.system() + "|" + identifier.value();
  }

  private static String unversioned(String url) {
    int version = url.indexOf("/_history/");
    return version < 0 ? url : url.substring(0, version);
  }

  private static boolean isAbsolute(String url) {
    return isWeb(url) || url.startsWith("urn:");
  }

  private static boolean isWeb(String url) {
    return url.startsWith("http://") || url.startsWith("https://");
  }

  /** The "Type/id" a URL ends in; empty where it does not. */
  private static String typeAndId(String url) {
    int id = url.lastIndexOf('/');
    if (id <= 0 || id == url.length() - 1) {
      return "";
    }
    int type = url.lastIndexOf('/', id - 1) + 1;
    return type < id && Character.isUpperCase(url.charAt(type)) ? url.substring(type) : "";
  }

  private static String base(String fullUrl) {
    String tail = isWeb(fullUrl) ? typeAndId(unversioned(fullUrl)) : "";
    return tail.isEmpty()
        ? ""
        : fullUrl.substring(0, unversioned(fullUrl).length() - tail.length());
  }
}
