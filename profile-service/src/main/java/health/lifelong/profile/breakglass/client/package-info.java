/** Ways by which the person and the privacy officer are told. */
@NullMarked
package health.lifelong.profile.breakglass.client;

import org.jspecify.annotations.NullMarked;
