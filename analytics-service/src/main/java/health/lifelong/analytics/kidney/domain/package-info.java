/** Inputs of the kidney models. */
@NullMarked
package health.lifelong.analytics.kidney.domain;

import org.jspecify.annotations.NullMarked;
