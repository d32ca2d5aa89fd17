/** Opens, reads, tells, holds and reviews. */
@NullMarked
package health.lifelong.profile.breakglass.app;

import org.jspecify.annotations.NullMarked;
