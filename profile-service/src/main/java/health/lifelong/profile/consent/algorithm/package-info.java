/** The consent matrix and the one decision function. */
@NullMarked
package health.lifelong.profile.consent.algorithm;

import org.jspecify.annotations.NullMarked;
