/** A small genome for tests. */
@NullMarked
package health.lifelong.analytics.genotype;

import org.jspecify.annotations.NullMarked;
