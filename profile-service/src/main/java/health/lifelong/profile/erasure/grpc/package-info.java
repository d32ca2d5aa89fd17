/** Erasure over gRPC. */
@NullMarked
package health.lifelong.profile.erasure.grpc;

import org.jspecify.annotations.NullMarked;
