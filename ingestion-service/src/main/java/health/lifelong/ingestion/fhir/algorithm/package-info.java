/**
 * What FHIR R4 resources say of a person: pure reading, reference resolution and answers. JDK only.
 */
@NullMarked
package health.lifelong.ingestion.fhir.algorithm;

import org.jspecify.annotations.NullMarked;
