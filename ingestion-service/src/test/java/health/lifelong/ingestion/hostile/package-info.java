/** The hostile set, through the public doors of this service. */
@NullMarked
package health.lifelong.ingestion.hostile;

import org.jspecify.annotations.NullMarked;
