/** HTTP calls of the command line, with the local certificate trusted. */
@NullMarked
package health.lifelong.local.http;

import org.jspecify.annotations.NullMarked;
