/** The line through a person's values of an item. */
@NullMarked
package health.lifelong.analytics.trajectory.algorithm;

import org.jspecify.annotations.NullMarked;
