/** The ledger over gRPC, for operators. */
@NullMarked
package health.lifelong.analytics.ledger.grpc;

import org.jspecify.annotations.NullMarked;
