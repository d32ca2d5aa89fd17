/** Polygenic scores: files, matched rows and results. */
@NullMarked
package health.lifelong.analytics.polygenic.domain;

import org.jspecify.annotations.NullMarked;
