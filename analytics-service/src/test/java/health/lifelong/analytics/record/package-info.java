/** Tests of record. */
@NullMarked
package health.lifelong.analytics.record;

import org.jspecify.annotations.NullMarked;
