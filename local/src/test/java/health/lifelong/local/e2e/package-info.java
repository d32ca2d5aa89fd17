/** The whole suite as four real processes and a real database. */
@NullMarked
package health.lifelong.local.e2e;

import org.jspecify.annotations.NullMarked;
