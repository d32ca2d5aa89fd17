/** Erasing a person, and doing it again after a restore. */
@NullMarked
package health.lifelong.profile.erasure.app;

import org.jspecify.annotations.NullMarked;
