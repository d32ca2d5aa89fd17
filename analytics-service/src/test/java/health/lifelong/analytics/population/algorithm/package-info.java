/** Tests of the measures and of the figures over the shared samples. */
@NullMarked
package health.lifelong.analytics.population.algorithm;

import org.jspecify.annotations.NullMarked;
