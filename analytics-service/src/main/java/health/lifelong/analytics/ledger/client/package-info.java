/** Follows profile's change feed under a job identity. */
@NullMarked
package health.lifelong.analytics.ledger.client;

import org.jspecify.annotations.NullMarked;
