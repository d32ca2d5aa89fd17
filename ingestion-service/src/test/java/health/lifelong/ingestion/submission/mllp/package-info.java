/** The doors of the centres, over real sockets. */
@NullMarked
package health.lifelong.ingestion.submission.mllp;

import org.jspecify.annotations.NullMarked;
