/** Tests. */
@NullMarked
package health.lifelong.analytics.stream.algorithm;

import org.jspecify.annotations.NullMarked;
