/** Which version of a value counts, and what category it is of. */
@NullMarked
package health.lifelong.profile.record.algorithm;

import org.jspecify.annotations.NullMarked;
