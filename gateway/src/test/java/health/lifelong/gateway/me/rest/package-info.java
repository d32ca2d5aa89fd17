/** The doors, tried over HTTP. */
@NullMarked
package health.lifelong.gateway.me.rest;

import org.jspecify.annotations.NullMarked;
