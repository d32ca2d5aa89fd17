/** The MLLP doors of the centres: one port a centre, one virtual thread a connection. */
@NullMarked
package health.lifelong.ingestion.submission.mllp;

import org.jspecify.annotations.NullMarked;
