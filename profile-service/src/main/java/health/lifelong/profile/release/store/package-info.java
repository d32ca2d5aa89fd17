/** Reading the region pack's release files. */
@NullMarked
package health.lifelong.profile.release.store;

import org.jspecify.annotations.NullMarked;
