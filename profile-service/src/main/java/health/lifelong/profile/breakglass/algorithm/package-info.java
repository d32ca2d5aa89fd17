/** Who may break the glass, and until when. */
@NullMarked
package health.lifelong.profile.breakglass.algorithm;

import org.jspecify.annotations.NullMarked;
