/** Asks profile-service which tokens hold no longer, and ends a person's own. */
@NullMarked
package health.lifelong.gateway.access.client;

import org.jspecify.annotations.NullMarked;
