/** Tests of the list of revocations, and of every gRPC door of this service. */
@NullMarked
package health.lifelong.profile.revocation.grpc;

import org.jspecify.annotations.NullMarked;
