/** Tests. */
@NullMarked
package health.lifelong.analytics.lipid.algorithm;

import org.jspecify.annotations.NullMarked;
