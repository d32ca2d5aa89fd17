/** Coverage, counts, discrimination and calibration of the models over a sample of people. */
@NullMarked
package health.lifelong.analytics.population.algorithm;

import org.jspecify.annotations.NullMarked;
