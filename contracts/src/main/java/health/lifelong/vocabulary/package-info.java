/** The item catalogue, units and coded answers that every service speaks. JDK only. */
@NullMarked
package health.lifelong.vocabulary;

import org.jspecify.annotations.NullMarked;
