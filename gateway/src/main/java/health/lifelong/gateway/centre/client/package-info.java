/** What the gateway asks of profile-service in a centre's name. */
@NullMarked
package health.lifelong.gateway.centre.client;

import org.jspecify.annotations.NullMarked;
