/** What erasing a person removes, and what a law keeps. */
@NullMarked
package health.lifelong.profile.erasure.domain;

import org.jspecify.annotations.NullMarked;
