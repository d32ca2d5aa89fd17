/** The order of chromosomes and the integrity of blocks. */
@NullMarked
package health.lifelong.profile.genome.algorithm;

import org.jspecify.annotations.NullMarked;
