/** Tests. */
@NullMarked
package health.lifelong.analytics.catalogue.algorithm;

import org.jspecify.annotations.NullMarked;
