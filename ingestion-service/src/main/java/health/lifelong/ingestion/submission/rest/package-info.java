/** The HTTPS doors of the centres. */
@NullMarked
package health.lifelong.ingestion.submission.rest;

import org.jspecify.annotations.NullMarked;
