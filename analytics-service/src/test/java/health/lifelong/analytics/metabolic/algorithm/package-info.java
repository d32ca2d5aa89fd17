/** Tests. */
@NullMarked
package health.lifelong.analytics.metabolic.algorithm;

import org.jspecify.annotations.NullMarked;
