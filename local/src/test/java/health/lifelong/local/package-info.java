/** Tests of the command line as a whole. */
@NullMarked
package health.lifelong.local;

import org.jspecify.annotations.NullMarked;
