/** What a record says over time: series, latest values, answers and concepts. JDK only. */
@NullMarked
package health.lifelong.analytics.history.domain;

import org.jspecify.annotations.NullMarked;
