/** People of a sample, the strata they fall into, and what is reported of them: never a row. */
@NullMarked
package health.lifelong.analytics.population.domain;

import org.jspecify.annotations.NullMarked;
