/** Following and extending the change feed; failures of the store. */
@NullMarked
package health.lifelong.profile.change.app;

import org.jspecify.annotations.NullMarked;
