package health.lifelong.ingestion.fhir.domain;

/** The ids that ingestion gives to what it stores; the sender's ids stay its own. */
@FunctionalInterface
public interface ResourceIds {
  /** Id of the entry at this index; the same for the same content sent again. */
  String id(String resourceType, int index);
}
