/** Tests of the whole service. */
@NullMarked
package health.lifelong.gateway;

import org.jspecify.annotations.NullMarked;
