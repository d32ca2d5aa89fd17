/**
 * The token gate without any framework: the ordered checks of an access token, its keys, and what
 * was revoked.
 */
@NullMarked
package health.lifelong.platform.token;

import org.jspecify.annotations.NullMarked;
