/** What is worth doing next, and what the next checkup is for. JDK only. */
@NullMarked
package health.lifelong.analytics.plan.domain;

import org.jspecify.annotations.NullMarked;
