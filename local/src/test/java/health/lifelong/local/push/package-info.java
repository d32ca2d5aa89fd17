/** Tests of what a push knows of a file and reads of an answer. */
@NullMarked
package health.lifelong.local.push;

import org.jspecify.annotations.NullMarked;
