/** Risk of lung cancer. */
@NullMarked
package health.lifelong.analytics.lung.algorithm;

import org.jspecify.annotations.NullMarked;
