/** Whose rows a transaction may touch. */
@NullMarked
package health.lifelong.profile.scope.domain;

import org.jspecify.annotations.NullMarked;
