/** Who asks, for what, for which data, and what is remembered of it. */
@NullMarked
package health.lifelong.profile.access.domain;

import org.jspecify.annotations.NullMarked;
