/** From a sender's codes, numbers, units and words to the catalogue's. JDK only. */
@NullMarked
package health.lifelong.ingestion.mapping.algorithm;

import org.jspecify.annotations.NullMarked;
