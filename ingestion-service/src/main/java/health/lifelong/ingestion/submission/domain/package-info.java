/** The receipt: what was received, and the account of every record in it. */
@NullMarked
package health.lifelong.ingestion.submission.domain;

import org.jspecify.annotations.NullMarked;
