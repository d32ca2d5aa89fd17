/** Tests of the genotype readers, most of them over files that nobody of us wrote. */
@NullMarked
package health.lifelong.ingestion.genotype.algorithm;

import org.jspecify.annotations.NullMarked;
