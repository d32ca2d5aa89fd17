/** Uploads of phone exports. */
@NullMarked
package health.lifelong.gateway.phone.rest;

import org.jspecify.annotations.NullMarked;
