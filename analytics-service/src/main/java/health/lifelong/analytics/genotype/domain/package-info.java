/** What a genome says at one site, in bases. */
@NullMarked
package health.lifelong.analytics.genotype.domain;

import org.jspecify.annotations.NullMarked;
