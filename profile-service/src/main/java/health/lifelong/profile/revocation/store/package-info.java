/** The list of revocations in PostgreSQL. */
@NullMarked
package health.lifelong.profile.revocation.store;

import org.jspecify.annotations.NullMarked;
