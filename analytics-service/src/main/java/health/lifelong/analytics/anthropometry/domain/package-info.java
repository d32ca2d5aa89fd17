/** Bands of body mass index, as data. */
@NullMarked
package health.lifelong.analytics.anthropometry.domain;

import org.jspecify.annotations.NullMarked;
