/** Which account of the identity provider speaks for which person. */
@NullMarked
package health.lifelong.profile.account.app;

import org.jspecify.annotations.NullMarked;
