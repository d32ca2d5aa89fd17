/** The order in which one centre's values of one item arrive, and the shifts they show. */
@NullMarked
package health.lifelong.analytics.stream.domain;

import org.jspecify.annotations.NullMarked;
