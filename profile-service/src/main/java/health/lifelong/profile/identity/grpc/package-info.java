/** Matches over gRPC, for operators. */
@NullMarked
package health.lifelong.profile.identity.grpc;

import org.jspecify.annotations.NullMarked;
