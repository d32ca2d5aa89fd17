/** Streams phone exports to ingestion-service. */
@NullMarked
package health.lifelong.gateway.phone.client;

import org.jspecify.annotations.NullMarked;
