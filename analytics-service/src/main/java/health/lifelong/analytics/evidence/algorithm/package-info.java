/** Reading published figures between their points, never beyond. */
@NullMarked
package health.lifelong.analytics.evidence.algorithm;

import org.jspecify.annotations.NullMarked;
