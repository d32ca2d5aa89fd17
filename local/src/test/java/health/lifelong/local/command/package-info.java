/** Tests of the command line's words. */
@NullMarked
package health.lifelong.local.command;

import org.jspecify.annotations.NullMarked;
