/** The form of one-time codes; pure. */
@NullMarked
package health.lifelong.profile.account.algorithm;

import org.jspecify.annotations.NullMarked;
