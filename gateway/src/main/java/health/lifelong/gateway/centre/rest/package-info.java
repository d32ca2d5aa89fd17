/** What a centre may ask. */
@NullMarked
package health.lifelong.gateway.centre.rest;

import org.jspecify.annotations.NullMarked;
