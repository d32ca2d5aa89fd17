/** What disagrees in one record, side by side. JDK only. */
@NullMarked
package health.lifelong.analytics.discordance.domain;

import org.jspecify.annotations.NullMarked;
