/** Tests of the ledger of insights. */
@NullMarked
package health.lifelong.analytics.ledger.app;

import org.jspecify.annotations.NullMarked;
