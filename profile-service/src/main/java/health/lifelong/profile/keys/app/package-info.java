/** Data keys of persons: asked for once a batch, made where missing, rotated, destroyed. */
@NullMarked
package health.lifelong.profile.keys.app;

import org.jspecify.annotations.NullMarked;
