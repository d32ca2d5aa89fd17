/** Recording and reading consent. */
@NullMarked
package health.lifelong.profile.consent.app;

import org.jspecify.annotations.NullMarked;
