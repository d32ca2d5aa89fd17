/** Kidney function and kidney failure risk. */
@NullMarked
package health.lifelong.analytics.kidney.algorithm;

import org.jspecify.annotations.NullMarked;
