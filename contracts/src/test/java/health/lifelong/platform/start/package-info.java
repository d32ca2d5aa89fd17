/** Tests of what is refused at start. */
@NullMarked
package health.lifelong.platform.start;

import org.jspecify.annotations.NullMarked;
