/** Applies the models of a region pack to one record, deterministically. */
@NullMarked
package health.lifelong.analytics.insight.algorithm;

import org.jspecify.annotations.NullMarked;
