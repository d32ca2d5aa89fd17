/** REST resources of a person's own data. */
@NullMarked
package health.lifelong.gateway.me.rest;

import org.jspecify.annotations.NullMarked;
