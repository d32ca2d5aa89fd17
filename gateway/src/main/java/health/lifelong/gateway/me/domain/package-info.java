/** What a person is shown, and which part is unavailable. */
@NullMarked
package health.lifelong.gateway.me.domain;

import org.jspecify.annotations.NullMarked;
