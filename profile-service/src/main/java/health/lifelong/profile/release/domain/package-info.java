/** Which results wait for a clinician, as rules of the region pack. */
@NullMarked
package health.lifelong.profile.release.domain;

import org.jspecify.annotations.NullMarked;
