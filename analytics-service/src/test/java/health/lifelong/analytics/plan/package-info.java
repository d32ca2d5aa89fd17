/** Tests of plan. */
@NullMarked
package health.lifelong.analytics.plan;

import org.jspecify.annotations.NullMarked;
