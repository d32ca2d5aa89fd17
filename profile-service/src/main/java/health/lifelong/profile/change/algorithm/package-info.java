/** Which of two versions counts, and the keys they are known by. */
@NullMarked
package health.lifelong.profile.change.algorithm;

import org.jspecify.annotations.NullMarked;
