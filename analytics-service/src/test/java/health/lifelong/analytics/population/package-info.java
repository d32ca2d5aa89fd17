/** Tests of what is said of a population. */
@NullMarked
package health.lifelong.analytics.population;

import org.jspecify.annotations.NullMarked;
