/** The judgement that a screening programme prints beside each item. */
@NullMarked
package health.lifelong.analytics.screening.algorithm;

import org.jspecify.annotations.NullMarked;
