/** Matches at profile-service. */
@NullMarked
package health.lifelong.gateway.identity.client;

import org.jspecify.annotations.NullMarked;
