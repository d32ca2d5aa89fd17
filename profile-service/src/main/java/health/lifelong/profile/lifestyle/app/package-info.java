/** Writing and reading lifestyle days. */
@NullMarked
package health.lifelong.profile.lifestyle.app;

import org.jspecify.annotations.NullMarked;
