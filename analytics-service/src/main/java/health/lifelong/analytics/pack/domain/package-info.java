/** A region pack: what differs between countries and institutes, as data. JDK only. */
@NullMarked
package health.lifelong.analytics.pack.domain;

import org.jspecify.annotations.NullMarked;
