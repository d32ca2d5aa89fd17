/** Sealing of fields and wrapping of their keys, the same in every service that keeps data. */
@NullMarked
package health.lifelong.platform.sealing;

import org.jspecify.annotations.NullMarked;
