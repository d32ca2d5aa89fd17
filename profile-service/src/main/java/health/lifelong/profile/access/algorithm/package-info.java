/** Which role may ask which purpose about whom. */
@NullMarked
package health.lifelong.profile.access.algorithm;

import org.jspecify.annotations.NullMarked;
