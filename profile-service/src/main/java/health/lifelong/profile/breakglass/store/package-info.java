/** Broken glasses in PostgreSQL, and the reasons of the region pack. */
@NullMarked
package health.lifelong.profile.breakglass.store;

import org.jspecify.annotations.NullMarked;
