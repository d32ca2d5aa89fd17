package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.record.domain.PersonClaim;

/** Whom a resource is about. */
sealed interface Subject {

  /** A person. */
  record Person(PersonClaim claim) implements Subject {}

  /** Something that is no person: a group, a device, a place. */
  record NoPerson() implements Subject {}

  /** Nobody is named. */
  record Untold() implements Subject {}
}
