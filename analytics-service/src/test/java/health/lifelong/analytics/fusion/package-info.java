/** Tests of fusion. */
@NullMarked
package health.lifelong.analytics.fusion;

import org.jspecify.annotations.NullMarked;
