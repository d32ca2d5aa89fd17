/** The record's door over gRPC. */
@NullMarked
package health.lifelong.profile.record.grpc;

import org.jspecify.annotations.NullMarked;
