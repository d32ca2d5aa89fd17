/** Starting, watching and stopping the database and the four services on loopback. */
@NullMarked
package health.lifelong.local.suite;

import org.jspecify.annotations.NullMarked;
