/** Bands of a national screening judgement, as data. */
@NullMarked
package health.lifelong.analytics.screening.domain;

import org.jspecify.annotations.NullMarked;
