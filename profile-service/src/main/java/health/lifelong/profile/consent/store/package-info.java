/** Consent decisions in PostgreSQL. */
@NullMarked
package health.lifelong.profile.consent.store;

import org.jspecify.annotations.NullMarked;
