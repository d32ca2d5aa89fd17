/** Tests of the FHIR reading. */
@NullMarked
package health.lifelong.ingestion.fhir.algorithm;

import org.jspecify.annotations.NullMarked;
