/** A record opened without a care relation, and what follows from it. */
@NullMarked
package health.lifelong.profile.breakglass.domain;

import org.jspecify.annotations.NullMarked;
