/** One local day of one signal. */
@NullMarked
package health.lifelong.profile.lifestyle.domain;

import org.jspecify.annotations.NullMarked;
