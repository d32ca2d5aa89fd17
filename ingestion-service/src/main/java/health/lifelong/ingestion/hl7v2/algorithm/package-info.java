/**
 * Framing, splitting, judging, reading and answering HL7 v2; pure, measured to be a hot door. JDK
 * only.
 */
@NullMarked
package health.lifelong.ingestion.hl7v2.algorithm;

import org.jspecify.annotations.NullMarked;
