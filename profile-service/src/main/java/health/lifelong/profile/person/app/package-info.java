/** Resolving persons within a batch, and looking them up. */
@NullMarked
package health.lifelong.profile.person.app;

import org.jspecify.annotations.NullMarked;
