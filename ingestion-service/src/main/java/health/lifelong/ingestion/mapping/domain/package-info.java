/** What the catalogue makes of a sender's code and value. JDK only. */
@NullMarked
package health.lifelong.ingestion.mapping.domain;

import org.jspecify.annotations.NullMarked;
