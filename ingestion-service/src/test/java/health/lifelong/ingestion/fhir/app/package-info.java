/** Tests of the FHIR reading. */
@NullMarked
package health.lifelong.ingestion.fhir.app;

import org.jspecify.annotations.NullMarked;
