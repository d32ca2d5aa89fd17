/** Published dose-response figures and what may be said of them. */
@NullMarked
package health.lifelong.analytics.evidence.domain;

import org.jspecify.annotations.NullMarked;
