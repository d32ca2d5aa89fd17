/** Tests of codes. */
@NullMarked
package health.lifelong.profile.account.algorithm;

import org.jspecify.annotations.NullMarked;
