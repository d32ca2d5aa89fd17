/** Tests. */
@NullMarked
package health.lifelong.analytics.kidney.algorithm;

import org.jspecify.annotations.NullMarked;
