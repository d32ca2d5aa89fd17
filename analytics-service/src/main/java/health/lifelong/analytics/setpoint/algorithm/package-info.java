/** Personal set-points by parametric empirical Bayes, and reference change values. */
@NullMarked
package health.lifelong.analytics.setpoint.algorithm;

import org.jspecify.annotations.NullMarked;
