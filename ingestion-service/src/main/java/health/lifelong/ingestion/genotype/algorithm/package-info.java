/** Readers of VCF and of the array files of all vendors, streaming and JDK only. */
@NullMarked
package health.lifelong.ingestion.genotype.algorithm;

import org.jspecify.annotations.NullMarked;
