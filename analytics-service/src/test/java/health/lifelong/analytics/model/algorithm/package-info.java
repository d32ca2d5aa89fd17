/** Tests. */
@NullMarked
package health.lifelong.analytics.model.algorithm;

import org.jspecify.annotations.NullMarked;
