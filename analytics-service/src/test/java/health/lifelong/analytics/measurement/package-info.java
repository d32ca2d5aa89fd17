/** Tests of measurement. */
@NullMarked
package health.lifelong.analytics.measurement;

import org.jspecify.annotations.NullMarked;
