/** The person's door over gRPC. */
@NullMarked
package health.lifelong.profile.person.grpc;

import org.jspecify.annotations.NullMarked;
