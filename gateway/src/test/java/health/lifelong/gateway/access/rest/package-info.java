/** The token gate through the gateway's door. */
@NullMarked
package health.lifelong.gateway.access.rest;

import org.jspecify.annotations.NullMarked;
