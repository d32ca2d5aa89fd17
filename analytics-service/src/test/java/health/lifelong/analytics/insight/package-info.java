/** Tests of insight. */
@NullMarked
package health.lifelong.analytics.insight;

import org.jspecify.annotations.NullMarked;
