/** The canonical forms every door ends in, and what became of each record. JDK only. */
@NullMarked
package health.lifelong.ingestion.record.domain;

import org.jspecify.annotations.NullMarked;
