/** The ledger in PostgreSQL, over blocking JDBC on virtual threads. */
@NullMarked
package health.lifelong.analytics.ledger.store;

import org.jspecify.annotations.NullMarked;
