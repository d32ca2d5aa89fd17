/** Everything the product can say from one genome. */
@NullMarked
package health.lifelong.analytics.genome.domain;

import org.jspecify.annotations.NullMarked;
