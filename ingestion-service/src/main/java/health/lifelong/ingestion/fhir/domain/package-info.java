/** FHIR bodies as trees, and what became of their entries. JDK only. */
@NullMarked
package health.lifelong.ingestion.fhir.domain;

import org.jspecify.annotations.NullMarked;
