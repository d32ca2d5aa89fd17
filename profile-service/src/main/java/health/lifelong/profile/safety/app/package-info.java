/** Opening critical results at arrival, showing and acknowledging them, and escalating. */
@NullMarked
package health.lifelong.profile.safety.app;

import org.jspecify.annotations.NullMarked;
