/** Ranks what is missing by what it would let the models say. */
@NullMarked
package health.lifelong.analytics.measurement.algorithm;

import org.jspecify.annotations.NullMarked;
