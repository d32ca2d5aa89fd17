/** Star alleles, phenotypes and drug recommendations of CPIC as data. */
@NullMarked
package health.lifelong.analytics.pharmacogenomics.domain;

import org.jspecify.annotations.NullMarked;
