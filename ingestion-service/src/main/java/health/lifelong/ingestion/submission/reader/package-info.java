/** Chooses the reader of a format and counts what it gives. */
@NullMarked
package health.lifelong.ingestion.submission.reader;

import org.jspecify.annotations.NullMarked;
