/** A person's own sign-ins. */
@NullMarked
package health.lifelong.gateway.access.rest;

import org.jspecify.annotations.NullMarked;
