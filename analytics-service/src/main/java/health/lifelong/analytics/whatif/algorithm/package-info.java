/** Honest what-if: cited effects with intervals, and nothing that could harm. */
@NullMarked
package health.lifelong.analytics.whatif.algorithm;

import org.jspecify.annotations.NullMarked;
