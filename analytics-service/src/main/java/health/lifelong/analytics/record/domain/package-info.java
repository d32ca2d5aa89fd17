/** A person's record as analytics reads it: one snapshot at one revision. JDK only. */
@NullMarked
package health.lifelong.analytics.record.domain;

import org.jspecify.annotations.NullMarked;
