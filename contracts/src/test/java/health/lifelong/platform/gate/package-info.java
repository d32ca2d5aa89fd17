/** Tests of the gate's adapters. */
@NullMarked
package health.lifelong.platform.gate;

import org.jspecify.annotations.NullMarked;
