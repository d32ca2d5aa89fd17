/** Tests of history. */
@NullMarked
package health.lifelong.analytics.history;

import org.jspecify.annotations.NullMarked;
