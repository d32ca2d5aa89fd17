/** Tests of the ledger of insights. */
@NullMarked
package health.lifelong.analytics.ledger.store;

import org.jspecify.annotations.NullMarked;
