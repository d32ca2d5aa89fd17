/** A person takes their record along, as a FHIR Bundle or a CSV file. */
@NullMarked
package health.lifelong.gateway.export.rest;

import org.jspecify.annotations.NullMarked;
