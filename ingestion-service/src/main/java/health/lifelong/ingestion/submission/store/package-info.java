/** Receipts, bodies and the outbox in ingestion's own database. */
@NullMarked
package health.lifelong.ingestion.submission.store;

import org.jspecify.annotations.NullMarked;
