/** JSON and XML at the edge: strict parsers into the tree and writers out of it. */
@NullMarked
package health.lifelong.ingestion.fhir.rest;

import org.jspecify.annotations.NullMarked;
