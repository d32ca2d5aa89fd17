/** Linking what senders say to persons, and merging what they tell. */
@NullMarked
package health.lifelong.profile.person.algorithm;

import org.jspecify.annotations.NullMarked;
