/** Tests of the whole service. */
@NullMarked
package health.lifelong.ingestion;

import org.jspecify.annotations.NullMarked;
