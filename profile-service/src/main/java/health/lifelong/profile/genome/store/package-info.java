/** Genomes in PostgreSQL, blocks sealed. */
@NullMarked
package health.lifelong.profile.genome.store;

import org.jspecify.annotations.NullMarked;
