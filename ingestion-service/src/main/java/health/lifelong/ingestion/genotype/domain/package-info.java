/** What reading a genotype file asks for and gives. */
@NullMarked
package health.lifelong.ingestion.genotype.domain;

import org.jspecify.annotations.NullMarked;
