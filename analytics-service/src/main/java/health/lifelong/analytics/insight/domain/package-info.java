/** An insight, or the typed refusal in its place. JDK only. */
@NullMarked
package health.lifelong.analytics.insight.domain;

import org.jspecify.annotations.NullMarked;
