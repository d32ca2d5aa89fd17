/** Reads records from profile-service with the end user's own token. */
@NullMarked
package health.lifelong.analytics.record.client;

import org.jspecify.annotations.NullMarked;
