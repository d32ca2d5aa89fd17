/** Delivery to profile-service under ingestion's job identity. */
@NullMarked
package health.lifelong.ingestion.submission.client;

import org.jspecify.annotations.NullMarked;
