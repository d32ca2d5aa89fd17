/** Cardiovascular risk equations. */
@NullMarked
package health.lifelong.analytics.cardiovascular.algorithm;

import org.jspecify.annotations.NullMarked;
