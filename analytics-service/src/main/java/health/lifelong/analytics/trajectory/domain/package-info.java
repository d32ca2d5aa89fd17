/** Where a person's values of an item are heading, or why that is not said. */
@NullMarked
package health.lifelong.analytics.trajectory.domain;

import org.jspecify.annotations.NullMarked;
