/** Tests of what a person takes along. */
@NullMarked
package health.lifelong.gateway.export.rest;

import org.jspecify.annotations.NullMarked;
