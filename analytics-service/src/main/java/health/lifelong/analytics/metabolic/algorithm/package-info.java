/** The harmonised definition of the metabolic syndrome. */
@NullMarked
package health.lifelong.analytics.metabolic.algorithm;

import org.jspecify.annotations.NullMarked;
