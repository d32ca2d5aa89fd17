/** Lifestyle days in PostgreSQL. */
@NullMarked
package health.lifelong.profile.lifestyle.store;

import org.jspecify.annotations.NullMarked;
