/** Reads PGS Catalog scoring files, matches them to a genome and sums them. */
@NullMarked
package health.lifelong.analytics.polygenic.algorithm;

import org.jspecify.annotations.NullMarked;
