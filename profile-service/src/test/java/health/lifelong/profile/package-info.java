/** Tests that look at the whole of profile-service. */
@NullMarked
package health.lifelong.profile;

import org.jspecify.annotations.NullMarked;
