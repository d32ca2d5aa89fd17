/** The release rules in force. */
@NullMarked
package health.lifelong.profile.release.app;

import org.jspecify.annotations.NullMarked;
