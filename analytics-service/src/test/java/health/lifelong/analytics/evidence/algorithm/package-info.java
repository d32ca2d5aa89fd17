/** Tests. */
@NullMarked
package health.lifelong.analytics.evidence.algorithm;

import org.jspecify.annotations.NullMarked;
