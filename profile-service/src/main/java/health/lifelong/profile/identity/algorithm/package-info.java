/** Comparing names, birth dates and phones, and weighing what agrees. */
@NullMarked
package health.lifelong.profile.identity.algorithm;

import org.jspecify.annotations.NullMarked;
