/** Tests of the ledger of insights. */
@NullMarked
package health.lifelong.analytics.ledger;

import org.jspecify.annotations.NullMarked;
