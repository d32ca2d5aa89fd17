/** The one place that tells the database whose rows a transaction may touch. */
@NullMarked
package health.lifelong.profile.scope.app;

import org.jspecify.annotations.NullMarked;
