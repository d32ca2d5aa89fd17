/** Tests. */
@NullMarked
package health.lifelong.analytics.diabetes.algorithm;

import org.jspecify.annotations.NullMarked;
