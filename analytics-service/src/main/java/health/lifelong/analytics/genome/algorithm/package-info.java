/** Runs every genetic reading over one genome. */
@NullMarked
package health.lifelong.analytics.genome.algorithm;

import org.jspecify.annotations.NullMarked;
