/** Inputs of the cardiovascular risk models. */
@NullMarked
package health.lifelong.analytics.cardiovascular.domain;

import org.jspecify.annotations.NullMarked;
