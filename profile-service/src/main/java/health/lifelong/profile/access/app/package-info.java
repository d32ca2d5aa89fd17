/** The audit trail: written before an answer leaves, shown to the person. */
@NullMarked
package health.lifelong.profile.access.app;

import org.jspecify.annotations.NullMarked;
