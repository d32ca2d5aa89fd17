/** Biological age indices, all of them research indices. */
@NullMarked
package health.lifelong.analytics.aging.algorithm;

import org.jspecify.annotations.NullMarked;
