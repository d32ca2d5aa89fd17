/** Tests of the trait feature. */
@NullMarked
package health.lifelong.analytics.trait;

import org.jspecify.annotations.NullMarked;
