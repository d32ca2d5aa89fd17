/** Reads single-variant traits from a genome. */
@NullMarked
package health.lifelong.analytics.trait.algorithm;

import org.jspecify.annotations.NullMarked;
