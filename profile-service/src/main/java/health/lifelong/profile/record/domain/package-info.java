/** The lifelong record: checkups, observations, statements, documents. */
@NullMarked
package health.lifelong.profile.record.domain;

import org.jspecify.annotations.NullMarked;
