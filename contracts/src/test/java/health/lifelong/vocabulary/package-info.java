/** Tests of the item catalogue, units and coded answers. */
@NullMarked
package health.lifelong.vocabulary;

import org.jspecify.annotations.NullMarked;
