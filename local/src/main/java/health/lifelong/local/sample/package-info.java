/**
 * Sample files of seven centres for one family of synthetic persons. Nobody real; the same files
 * every time.
 */
@NullMarked
package health.lifelong.local.sample;

import org.jspecify.annotations.NullMarked;
