/** Tests. */
@NullMarked
package health.lifelong.analytics.trajectory.algorithm;

import org.jspecify.annotations.NullMarked;
