/** What genes, answers, measurements and phone days say side by side. JDK only. */
@NullMarked
package health.lifelong.analytics.fusion.domain;

import org.jspecify.annotations.NullMarked;
