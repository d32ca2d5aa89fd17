/** What a value means for the on-call list, and who is told next. */
@NullMarked
package health.lifelong.profile.safety.algorithm;

import org.jspecify.annotations.NullMarked;
