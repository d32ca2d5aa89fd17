/** Ways by which the on-call list is told. */
@NullMarked
package health.lifelong.profile.safety.client;

import org.jspecify.annotations.NullMarked;
