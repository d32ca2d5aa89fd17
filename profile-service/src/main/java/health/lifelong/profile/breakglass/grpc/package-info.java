/** Break-glass over gRPC. */
@NullMarked
package health.lifelong.profile.breakglass.grpc;

import org.jspecify.annotations.NullMarked;
