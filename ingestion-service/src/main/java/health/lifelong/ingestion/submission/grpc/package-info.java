/** The inner door for phone exports. */
@NullMarked
package health.lifelong.ingestion.submission.grpc;

import org.jspecify.annotations.NullMarked;
