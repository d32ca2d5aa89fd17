/** What the tests of profile-service share. */
@NullMarked
package health.lifelong.profile.kit;

import org.jspecify.annotations.NullMarked;
