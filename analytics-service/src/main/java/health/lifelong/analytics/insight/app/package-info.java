/** The use case of listing a person's insights. */
@NullMarked
package health.lifelong.analytics.insight.app;

import org.jspecify.annotations.NullMarked;
