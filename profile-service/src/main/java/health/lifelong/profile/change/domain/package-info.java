/** Versions of a fact and the changes of a person's record. */
@NullMarked
package health.lifelong.profile.change.domain;

import org.jspecify.annotations.NullMarked;
