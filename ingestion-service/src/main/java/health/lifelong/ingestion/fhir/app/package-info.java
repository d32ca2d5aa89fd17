/** Reads a FHIR body or a bulk file from bytes to outcomes. */
@NullMarked
package health.lifelong.ingestion.fhir.app;

import org.jspecify.annotations.NullMarked;
