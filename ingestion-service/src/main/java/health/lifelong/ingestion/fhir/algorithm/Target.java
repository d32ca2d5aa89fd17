package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.record.domain.PersonClaim.Identifier;
import org.jspecify.annotations.Nullable;

/** What a Reference points at. */
sealed interface Target {

  /**
   * A resource in the same body.
   *
   * @param entry its entry; null where it is contained in the resource that refers to it
   */
  record Inside(JsonObject resource, @Nullable BundleEntry entry) implements Target {}

  /**
   * A resource elsewhere, by literal reference.
   *
   * @param type resource type, or empty where the reference does not tell (a URN)
   * @param id logical id of a relative reference, else the whole URL without its version
   */
  record Outside(String type, String id) implements Target {}

  /** A thing named by a business identifier: a logical reference or a condition. */
  record Named(String type, Identifier identifier) implements Target {}

  /** Nothing that could be followed. */
  record Nothing() implements Target {}
}
