/** Writing batches atomically and reading a record for a purpose. */
@NullMarked
package health.lifelong.profile.record.app;

import org.jspecify.annotations.NullMarked;
