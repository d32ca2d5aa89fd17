/** Tests. */
@NullMarked
package health.lifelong.analytics.setpoint.algorithm;

import org.jspecify.annotations.NullMarked;
