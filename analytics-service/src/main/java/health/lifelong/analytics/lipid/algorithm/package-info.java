/** Calculated LDL cholesterol by three published methods. */
@NullMarked
package health.lifelong.analytics.lipid.algorithm;

import org.jspecify.annotations.NullMarked;
