/** Finding who is one person, and deciding it. */
@NullMarked
package health.lifelong.profile.identity.app;

import org.jspecify.annotations.NullMarked;
