/** Deciding whether a result waits, and for how long. */
@NullMarked
package health.lifelong.profile.release.algorithm;

import org.jspecify.annotations.NullMarked;
