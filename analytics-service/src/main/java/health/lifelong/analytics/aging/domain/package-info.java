/** Inputs of the biological age indices. */
@NullMarked
package health.lifelong.analytics.aging.domain;

import org.jspecify.annotations.NullMarked;
