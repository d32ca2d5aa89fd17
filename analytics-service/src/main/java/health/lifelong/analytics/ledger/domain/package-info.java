/** What is kept of insights, so that each can be computed again. */
@NullMarked
package health.lifelong.analytics.ledger.domain;

import org.jspecify.annotations.NullMarked;
