/** Tests of the sample files. */
@NullMarked
package health.lifelong.local.sample;

import org.jspecify.annotations.NullMarked;
