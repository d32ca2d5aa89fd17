/** Tests of whatif. */
@NullMarked
package health.lifelong.analytics.whatif;

import org.jspecify.annotations.NullMarked;
