/** Tests of reading phone exports. */
@NullMarked
package health.lifelong.ingestion.lifestyle.app;

import org.jspecify.annotations.NullMarked;
