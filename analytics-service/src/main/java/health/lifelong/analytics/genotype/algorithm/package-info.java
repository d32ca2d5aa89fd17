/** How the records of a genome at one site become one reading or a reason why not. */
@NullMarked
package health.lifelong.analytics.genotype.algorithm;

import org.jspecify.annotations.NullMarked;
