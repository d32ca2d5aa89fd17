/** Genotype calls as they travel packed from ingestion through profile to analytics. JDK only. */
@NullMarked
package health.lifelong.vocabulary.genome;

import org.jspecify.annotations.NullMarked;
