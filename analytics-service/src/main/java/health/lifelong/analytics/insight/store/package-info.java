/** Makes the engine from the region pack that the installation mounts. */
@NullMarked
package health.lifelong.analytics.insight.store;

import org.jspecify.annotations.NullMarked;
