/** The hostile set, through the public doors of the gateway. */
@NullMarked
package health.lifelong.gateway.hostile;

import org.jspecify.annotations.NullMarked;
