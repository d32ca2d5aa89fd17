/** Tests of the ledger of insights. */
@NullMarked
package health.lifelong.analytics.ledger.client;

import org.jspecify.annotations.NullMarked;
