/** Checks a region pack before anybody depends on it. */
@NullMarked
package health.lifelong.analytics.pack.algorithm;

import org.jspecify.annotations.NullMarked;
