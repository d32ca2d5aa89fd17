/** Tests of accounts over gRPC. */
@NullMarked
package health.lifelong.profile.account.grpc;

import org.jspecify.annotations.NullMarked;
