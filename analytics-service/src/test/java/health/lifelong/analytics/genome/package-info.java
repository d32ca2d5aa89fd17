/** Tests of the genome feature. */
@NullMarked
package health.lifelong.analytics.genome;

import org.jspecify.annotations.NullMarked;
