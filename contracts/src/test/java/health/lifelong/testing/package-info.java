/** What the tests of all modules share. */
@NullMarked
package health.lifelong.testing;

import org.jspecify.annotations.NullMarked;
