/** Traits that one variant, or two for APOE, decide. */
@NullMarked
package health.lifelong.analytics.trait.domain;

import org.jspecify.annotations.NullMarked;
