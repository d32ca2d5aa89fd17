/** Critical values and the self-harm question, read before any model runs. */
@NullMarked
package health.lifelong.analytics.safety.algorithm;

import org.jspecify.annotations.NullMarked;
