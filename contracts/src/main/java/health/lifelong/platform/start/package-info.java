/**
 * What a service looks at before it starts: an unsafe configuration is refused, all of it at once.
 */
@NullMarked
package health.lifelong.platform.start;

import org.jspecify.annotations.NullMarked;
