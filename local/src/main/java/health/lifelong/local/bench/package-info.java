/**
 * Benchmarks: real doors, real database, one JSON object a line with the machine and the
 * configuration.
 */
@NullMarked
package health.lifelong.local.bench;

import org.jspecify.annotations.NullMarked;
