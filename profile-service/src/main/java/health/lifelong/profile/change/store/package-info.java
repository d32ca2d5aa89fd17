/** The change feed in PostgreSQL, and set-wise inserts. */
@NullMarked
package health.lifelong.profile.change.store;

import org.jspecify.annotations.NullMarked;
