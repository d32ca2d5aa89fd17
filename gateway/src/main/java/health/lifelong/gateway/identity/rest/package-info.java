/** Which records are of one person, for operators over HTTP. */
@NullMarked
package health.lifelong.gateway.identity.rest;

import org.jspecify.annotations.NullMarked;
