/** Persons and blind indexes in PostgreSQL, and the keys over them. */
@NullMarked
package health.lifelong.profile.person.store;

import org.jspecify.annotations.NullMarked;
