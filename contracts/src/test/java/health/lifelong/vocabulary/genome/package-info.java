/** Tests of the genotype vocabulary. */
@NullMarked
package health.lifelong.vocabulary.genome;

import org.jspecify.annotations.NullMarked;
