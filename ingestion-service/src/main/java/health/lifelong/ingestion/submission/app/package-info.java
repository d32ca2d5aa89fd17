/** Accept, understand, deliver, account: the use cases of a receipt. */
@NullMarked
package health.lifelong.ingestion.submission.app;

import org.jspecify.annotations.NullMarked;
