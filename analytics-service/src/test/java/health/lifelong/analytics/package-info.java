/** Tests of the whole service. */
@NullMarked
package health.lifelong.analytics;

import org.jspecify.annotations.NullMarked;
