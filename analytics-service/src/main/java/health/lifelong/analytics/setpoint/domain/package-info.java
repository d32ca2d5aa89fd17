/** A person's own level of an item, its variation, and what is said of each visit. */
@NullMarked
package health.lifelong.analytics.setpoint.domain;

import org.jspecify.annotations.NullMarked;
