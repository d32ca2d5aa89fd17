/** Keeps insights in step with the record, and proves that they can be computed again. */
@NullMarked
package health.lifelong.analytics.ledger.app;

import org.jspecify.annotations.NullMarked;
