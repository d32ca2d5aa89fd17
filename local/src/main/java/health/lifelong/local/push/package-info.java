/** Sends files by the doors that centres and phones use, and reads the account. */
@NullMarked
package health.lifelong.local.push;

import org.jspecify.annotations.NullMarked;
