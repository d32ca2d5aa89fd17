/** Tests of pack. */
@NullMarked
package health.lifelong.analytics.pack;

import org.jspecify.annotations.NullMarked;
