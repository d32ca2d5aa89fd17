/** Ratios of glucose, insulin and lipids. */
@NullMarked
package health.lifelong.analytics.glycaemic.algorithm;

import org.jspecify.annotations.NullMarked;
