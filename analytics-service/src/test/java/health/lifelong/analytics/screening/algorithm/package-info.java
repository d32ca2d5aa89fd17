/** Tests. */
@NullMarked
package health.lifelong.analytics.screening.algorithm;

import org.jspecify.annotations.NullMarked;
