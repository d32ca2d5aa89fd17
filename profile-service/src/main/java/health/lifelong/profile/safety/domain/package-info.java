/** Critical results, what happens to them, and who is on call. */
@NullMarked
package health.lifelong.profile.safety.domain;

import org.jspecify.annotations.NullMarked;
