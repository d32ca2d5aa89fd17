/** Critical results in PostgreSQL, and the on-call list of the region pack. */
@NullMarked
package health.lifelong.profile.safety.store;

import org.jspecify.annotations.NullMarked;
