/** Risk of breast cancer. */
@NullMarked
package health.lifelong.analytics.breast.algorithm;

import org.jspecify.annotations.NullMarked;
