/** Critical results and releases over gRPC. */
@NullMarked
package health.lifelong.profile.safety.grpc;

import org.jspecify.annotations.NullMarked;
