/** The record in PostgreSQL, set-wise. */
@NullMarked
package health.lifelong.profile.record.store;

import org.jspecify.annotations.NullMarked;
