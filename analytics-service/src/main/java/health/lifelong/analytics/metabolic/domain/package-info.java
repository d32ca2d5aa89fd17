/** Inputs and national waist limits of the metabolic syndrome. */
@NullMarked
package health.lifelong.analytics.metabolic.domain;

import org.jspecify.annotations.NullMarked;
