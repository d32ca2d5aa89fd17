/** What is missing, and how much it would say. JDK only. */
@NullMarked
package health.lifelong.analytics.measurement.domain;

import org.jspecify.annotations.NullMarked;
