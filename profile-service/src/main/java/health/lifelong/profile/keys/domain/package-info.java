/** Which columns are sealed, and how a sealed field is named. */
@NullMarked
package health.lifelong.profile.keys.domain;

import org.jspecify.annotations.NullMarked;
