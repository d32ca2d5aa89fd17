/** One class a command of {@code ./lifelong}. */
@NullMarked
package health.lifelong.local.command;

import org.jspecify.annotations.NullMarked;
