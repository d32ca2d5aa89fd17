/** What a one-time code is allowed. */
@NullMarked
package health.lifelong.profile.account.domain;

import org.jspecify.annotations.NullMarked;
