/** Tests of insight app. */
@NullMarked
package health.lifelong.analytics.insight.app;

import org.jspecify.annotations.NullMarked;
