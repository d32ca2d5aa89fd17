/** Tests. */
@NullMarked
package health.lifelong.analytics.aging.algorithm;

import org.jspecify.annotations.NullMarked;
