/** Tells who must know of a wrong link. */
@NullMarked
package health.lifelong.profile.account.client;

import org.jspecify.annotations.NullMarked;
