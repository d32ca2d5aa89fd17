/** A genome as one file says it, its calls packed. */
@NullMarked
package health.lifelong.profile.genome.domain;

import org.jspecify.annotations.NullMarked;
