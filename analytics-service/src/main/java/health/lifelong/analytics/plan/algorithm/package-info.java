/** Plans from a region's schedule, the person's results and what was never followed up. */
@NullMarked
package health.lifelong.analytics.plan.algorithm;

import org.jspecify.annotations.NullMarked;
