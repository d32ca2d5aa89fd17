/** Tests of what the adapters share. */
@NullMarked
package health.lifelong.platform;

import org.jspecify.annotations.NullMarked;
