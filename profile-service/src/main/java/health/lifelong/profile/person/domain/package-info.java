/** The person: who a sender says they are, and what is known of them. */
@NullMarked
package health.lifelong.profile.person.domain;

import org.jspecify.annotations.NullMarked;
