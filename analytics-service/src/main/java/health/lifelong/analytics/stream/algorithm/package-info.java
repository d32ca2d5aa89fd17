/** Finds shifts that nobody declared in the values of one centre. */
@NullMarked
package health.lifelong.analytics.stream.algorithm;

import org.jspecify.annotations.NullMarked;
