/** The operator's side of the keys over gRPC. */
@NullMarked
package health.lifelong.profile.keys.grpc;

import org.jspecify.annotations.NullMarked;
