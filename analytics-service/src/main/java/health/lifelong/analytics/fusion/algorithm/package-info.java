/**
 * Readings that need all three kinds of data, in directions and words, without invented numbers.
 */
@NullMarked
package health.lifelong.analytics.fusion.algorithm;

import org.jspecify.annotations.NullMarked;
