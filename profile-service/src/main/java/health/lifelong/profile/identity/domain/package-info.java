/** What matching knows of two persons, and what it says of them. */
@NullMarked
package health.lifelong.profile.identity.domain;

import org.jspecify.annotations.NullMarked;
