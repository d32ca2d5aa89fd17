/** Tests of insight algorithm. */
@NullMarked
package health.lifelong.analytics.insight.algorithm;

import org.jspecify.annotations.NullMarked;
