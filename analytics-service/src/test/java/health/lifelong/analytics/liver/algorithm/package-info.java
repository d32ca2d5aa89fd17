/** Tests. */
@NullMarked
package health.lifelong.analytics.liver.algorithm;

import org.jspecify.annotations.NullMarked;
