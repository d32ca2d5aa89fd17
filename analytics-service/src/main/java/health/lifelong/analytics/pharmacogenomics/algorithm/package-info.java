/** From the calls of a genome to diplotypes, phenotypes and the CPIC rows they select. */
@NullMarked
package health.lifelong.analytics.pharmacogenomics.algorithm;

import org.jspecify.annotations.NullMarked;
