/** Pure readings of a record over time, in which unknown stays unknown. */
@NullMarked
package health.lifelong.analytics.history.algorithm;

import org.jspecify.annotations.NullMarked;
