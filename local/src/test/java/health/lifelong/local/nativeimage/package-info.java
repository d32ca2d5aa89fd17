/** Whether the services can become native images. */
@NullMarked
package health.lifelong.local.nativeimage;

import org.jspecify.annotations.NullMarked;
