/** Reads phone exports as streams: archive, XML, days. */
@NullMarked
package health.lifelong.ingestion.lifestyle.app;

import org.jspecify.annotations.NullMarked;
