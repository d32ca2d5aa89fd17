/** Consent decisions and what follows from them. */
@NullMarked
package health.lifelong.profile.consent.domain;

import org.jspecify.annotations.NullMarked;
