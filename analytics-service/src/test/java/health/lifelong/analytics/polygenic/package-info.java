/** Tests of the polygenic feature. */
@NullMarked
package health.lifelong.analytics.polygenic;

import org.jspecify.annotations.NullMarked;
