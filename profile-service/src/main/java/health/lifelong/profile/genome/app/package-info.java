/** Writing genomes within a batch, and streaming them to analytics. */
@NullMarked
package health.lifelong.profile.genome.app;

import org.jspecify.annotations.NullMarked;
