/** What an HL7 v2 message is made of, and what was judged of it. JDK only. */
@NullMarked
package health.lifelong.ingestion.hl7v2.domain;

import org.jspecify.annotations.NullMarked;
