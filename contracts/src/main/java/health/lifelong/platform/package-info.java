/**
 * What the adapters of every service share: the error catalogue in the three protocols, the token
 * gate, and the policy of calls between services. No domain logic.
 */
@NullMarked
package health.lifelong.platform;

import org.jspecify.annotations.NullMarked;
