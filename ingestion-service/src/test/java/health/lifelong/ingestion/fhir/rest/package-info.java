/** Tests of the FHIR reading. */
@NullMarked
package health.lifelong.ingestion.fhir.rest;

import org.jspecify.annotations.NullMarked;
