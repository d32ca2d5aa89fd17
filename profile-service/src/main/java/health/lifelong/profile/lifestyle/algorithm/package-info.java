/** The identity and the content of a lifestyle day. */
@NullMarked
package health.lifelong.profile.lifestyle.algorithm;

import org.jspecify.annotations.NullMarked;
