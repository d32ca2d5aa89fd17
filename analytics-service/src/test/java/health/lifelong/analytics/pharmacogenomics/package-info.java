/** Tests of the pharmacogenomics feature. */
@NullMarked
package health.lifelong.analytics.pharmacogenomics;

import org.jspecify.annotations.NullMarked;
