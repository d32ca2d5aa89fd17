/** What the gateway's tests share: keys and tokens of one run. */
@NullMarked
package health.lifelong.gateway.kit;

import org.jspecify.annotations.NullMarked;
