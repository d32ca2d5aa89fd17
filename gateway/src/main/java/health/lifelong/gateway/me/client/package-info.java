/** Calls to the services behind the gateway. */
@NullMarked
package health.lifelong.gateway.me.client;

import org.jspecify.annotations.NullMarked;
