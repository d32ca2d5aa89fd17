/** Words, matches and sets of members in PostgreSQL. */
@NullMarked
package health.lifelong.profile.identity.store;

import org.jspecify.annotations.NullMarked;
