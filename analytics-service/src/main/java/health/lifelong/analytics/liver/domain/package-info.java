/** Inputs of the liver indices. */
@NullMarked
package health.lifelong.analytics.liver.domain;

import org.jspecify.annotations.NullMarked;
