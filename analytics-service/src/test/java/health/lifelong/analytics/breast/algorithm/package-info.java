/** Tests. */
@NullMarked
package health.lifelong.analytics.breast.algorithm;

import org.jspecify.annotations.NullMarked;
