/** Tests of safety. */
@NullMarked
package health.lifelong.analytics.safety;

import org.jspecify.annotations.NullMarked;
