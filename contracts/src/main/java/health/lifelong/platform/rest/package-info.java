/** The HTTP face of failures, for the services that have doors of HTTP. */
@NullMarked
package health.lifelong.platform.rest;

import org.jspecify.annotations.NullMarked;
