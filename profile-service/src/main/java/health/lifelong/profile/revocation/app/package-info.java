/** The one list of tokens that hold no longer. */
@NullMarked
package health.lifelong.profile.revocation.app;

import org.jspecify.annotations.NullMarked;
