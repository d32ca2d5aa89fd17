/** What every served model refuses, from the limits on its card. */
@NullMarked
package health.lifelong.analytics.refusal;

import org.jspecify.annotations.NullMarked;
