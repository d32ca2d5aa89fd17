/** The models that this service knows. */
@NullMarked
package health.lifelong.analytics.catalogue.algorithm;

import org.jspecify.annotations.NullMarked;
