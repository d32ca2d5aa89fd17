/** Tests of the token gate without any framework. */
@NullMarked
package health.lifelong.platform.token;

import org.jspecify.annotations.NullMarked;
