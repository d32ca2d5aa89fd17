/** Indices of liver fibrosis and fatty liver. */
@NullMarked
package health.lifelong.analytics.liver.algorithm;

import org.jspecify.annotations.NullMarked;
