/** The command line of the suite on one machine. */
@NullMarked
package health.lifelong.local;

import org.jspecify.annotations.NullMarked;
