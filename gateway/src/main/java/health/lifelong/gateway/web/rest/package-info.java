/** The web app and its headers. */
@NullMarked
package health.lifelong.gateway.web.rest;

import org.jspecify.annotations.NullMarked;
