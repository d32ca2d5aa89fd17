/** Notices that come before any insight. JDK only. */
@NullMarked
package health.lifelong.analytics.safety.domain;

import org.jspecify.annotations.NullMarked;
