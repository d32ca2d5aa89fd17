/**
 * The one policy that decides which numbers exist, which may be served, and how rows are evaluated.
 */
@NullMarked
package health.lifelong.analytics.model.algorithm;

import org.jspecify.annotations.NullMarked;
