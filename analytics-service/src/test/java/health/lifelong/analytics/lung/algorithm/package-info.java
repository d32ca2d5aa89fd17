/** Tests. */
@NullMarked
package health.lifelong.analytics.lung.algorithm;

import org.jspecify.annotations.NullMarked;
