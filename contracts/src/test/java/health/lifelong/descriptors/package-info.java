/** Holds the contracts between services to what was published before. */
@NullMarked
package health.lifelong.descriptors;

import org.jspecify.annotations.NullMarked;
