/** Audit records in PostgreSQL. */
@NullMarked
package health.lifelong.profile.access.store;

import org.jspecify.annotations.NullMarked;
