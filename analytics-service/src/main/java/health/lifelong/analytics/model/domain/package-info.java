/** What every model is: its card, its inputs and outputs, its result or its refusal. */
@NullMarked
package health.lifelong.analytics.model.domain;

import org.jspecify.annotations.NullMarked;
