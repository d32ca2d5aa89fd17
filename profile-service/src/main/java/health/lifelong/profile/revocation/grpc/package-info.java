/** The list of revocations over gRPC. */
@NullMarked
package health.lifelong.profile.revocation.grpc;

import org.jspecify.annotations.NullMarked;
