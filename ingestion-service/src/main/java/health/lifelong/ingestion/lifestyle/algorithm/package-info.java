/**
 * From overlapping samples to days, and the guards around an export's bytes. JDK only, no clock.
 */
@NullMarked
package health.lifelong.ingestion.lifestyle.algorithm;

import org.jspecify.annotations.NullMarked;
