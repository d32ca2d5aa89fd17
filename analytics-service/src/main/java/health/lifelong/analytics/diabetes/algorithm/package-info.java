/** Point scores that say who should be tested for diabetes. */
@NullMarked
package health.lifelong.analytics.diabetes.algorithm;

import org.jspecify.annotations.NullMarked;
